/** Parameters that tell a site where a reader came from. The page is the same without them. */
const NAMES = new Set([
  // campaigns and newsletters
  ...['cid', 'icid', 'ncid', 'ocid', 'cmp', 'cmpid', 'c_mp', 'mc_cid', 'mc_eid', 'campaign_id'],
  ...[
    'instance_id',
    'segment_id',
    'user_id',
    'cvid',
    's_cid',
    '_mc',
    'emc',
    'partner',
    'partnerref'
  ],
  // advertising and social networks
  ...[
    'fbclid',
    'gclid',
    'dclid',
    'msclkid',
    'yclid',
    'twclid',
    'igshid',
    'ito',
    'sh',
    'sref',
    'smid'
  ],
  ...['smtyp', 'share', 'shareid', 'spm', 'sponsor', 'via', 'platform', 'origin', 'src', 'source'],
  ...['ref', 'refsrc', 'refsec', 'referrer', 'guccounter', 'guce_referrer', 'guce_referrer_sig'],
  // feeds
  ...['rss', 'rssfeed', 'feedname', 'feedref', 'feedtype', 'rpc', 'rc_fifo', 'mod', 'link', 'taid'],
  ...[
    'fp',
    'fpid',
    'ir',
    'tc',
    'profile',
    'now',
    'cache',
    'bt_ee',
    'bt_ts',
    'hpid',
    'ipid',
    'yptr'
  ],
  ...['intlink_from_url', 'link_location', 'topicpagesponsorship', 'usesponsorshipsuggestions'],
  // AMP and the viewer
  ...['amp', '_amp', 'amp_js_v', 'amp_gsa', 'usqp', 'outputtype', 'video_autoplay', 'comments'],
  ...[
    'swpmtx',
    'swpmtxnonce',
    'selectedlocale',
    '__twitter_impression',
    'admgarea',
    'keyevent',
    'tid'
  ]
])

const PREFIXES = /^(?:utm_|itm_|pk_|mtm_|at_|ns_|trk|wt\.|xtor)/

/** @param name a query parameter's name, in any case. */
export function isTracking(name: string): boolean {
  const lower = name.toLowerCase()
  return NAMES.has(lower) || PREFIXES.test(lower)
}
