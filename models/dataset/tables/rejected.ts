/**
 * Real tools that a function's pattern finds though they do something else, or only for a special case, as
 * "<function> <tool name>". Read by hand.
 */
export const rejected: readonly RegExp[] = [
  /^page-capture .*(ToPdf|Fish\.Generate.*lite)/i,
  /^page-capture .*Api2pdf/,
  /^phone-validation .*Complaints/,
  /^postcode-lookup .*(gsiPrediction|market-statistics|Shelter|Sales Tax|climate data|Target)/,
  /^sentiment .*Twitter/,
  /^qr-code .*\/qrcode\/text/,
  /^(fact|trivia) .*\/search/,
  /^quote .*(Shakespeare|Anime|Movie)/i,
  /^joke .*(categories|\/joke$|list|search|health|find all|manatee|Dark)/i,
  /^email-validation .*(disposable|getUsersEmail|verification code)/i,
  /^home-search .*(property-records|Property listings)/,
  /^hotel-search .*Property listings/,
  /^support-ticket .*issue tracker/,
  /^directions .*OND Route/,
  /^grammar-check .*(spellcheck|Russian)/i,
  /^product-barcode .*Enterobase/,
  /^product-search .*autocomplete/,
  /^package-tracking .*detect/,
  /^news-search .*(startups|Kubric|Web Search)/,
  /^movie-search .*Kubric/,
  /^music-search .*Instagram/,
  /^image-generation .*QR/,
  /^geocoding .*(Egypt|Uganda|Georg)/,
  /^reverse-geocoding .*Georg/,
  /^sun-times .*getSun/,
];
