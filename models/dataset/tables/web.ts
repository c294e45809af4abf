import { choice, count, define, flag, slot } from "../make/define.ts";

export const web = [
  define("url-shortening", "web", {
    operations: "shorten; create short link; shorten url; new link; make short url; short link",
    describe: `Shortens a long link.
      Creates a short URL.
      Link shortener with statistics.
      Makes tiny links out of long ones.
      Short, shareable links.
      Turns a web address into a short one.
      Branded short links in one call.
      de|Kürzt lange Links.`,
    slots: {
      url: slot("url"),
      alias: slot("word", "alias slug custom_name name", "with the name {}; , call it {}"),
      days: count(7, 90, "expires_in_days expiry_days ttl_days", "that expires after {} days"),
    },
    ask: `shorten {url}
      make a short link for {url}
      short url {url}
      ~{url} is far too long for my flyer
      tiny link for {url} please
      create a short link to {url}
      can you make {url} shorter
      ~nobody can type {url} by hand, get me something handy
      shorten this link: {url}
      I need a short version of {url}
      compress the url {url}
      link shortener {url}
      fr|raccourcis ce lien {url}
      ~I only have few characters left in my post for {url}
      turn {url} into a short link
      es|acorta este enlace {url}`,
    near: "qr-code",
    real: /shorten|short (link|url)/i,
  }),
  define("qr-code", "web", {
    operations: "create qr; qr code; generate qr; make qr code; qr image; encode",
    describe: `Makes a QR code from a text or link.
      QR code generator.
      Generates a scannable code.
      Creates a QR picture in any size.
      Encodes a link as a QR code.
      QR images for print and web.
      Turns text into a code to scan.
      QR codes as PNG or SVG.`,
    slots: {
      content: slot("url", "content data text url value"),
      size: count(100, 900, "size width pixels", "with {} pixels; , {} px wide"),
      format: choice(
        "format output file_type",
        `as png / as a png = png PNG image/png
        as svg / as an svg = svg SVG image/svg`,
        "{}",
      ),
      color: choice(
        "color foreground colour",
        `in blue / blue = blue BLUE #0000ff
        in black = black BLACK #000000
        in red / red = red RED #ff0000`,
        ", {}",
      ),
    },
    ask: `make a QR code for {content}
      qr code {content}
      generate a qr code that opens {content}
      create a QR for {content} {format}
      ~people should scan something on my poster and land on {content}
      I need a qr code linking to {content}
      qr for {content} {size} pixels
      turn {content} into a QR code
      ~guests should get to {content} with their phone camera
      encode {content} as qr
      a scannable code for {content} please
      code to scan for {content}
      de|QR-Code für {content}
      build a qr image of {content} {format}
      fr|code QR pour {content}
      print a qr with {content}`,
    near: "url-shortening",
    real: /\bqr ?code\b.*(create|generate|make|image)|(create|generate|make|get).*\bqr\b/i,
  }),
  define("page-capture", "web", {
    operations: "screenshot; capture page; take screenshot; render page; snapshot; page to image",
    describe: `Takes a screenshot of a web page.
      Renders a website as a picture.
      Capture any page as an image.
      Website screenshots in full length.
      Snapshot of a URL.
      Picture of how a page looks.
      Page capture in a real browser.
      Web pages as PNG or PDF.`,
    slots: {
      url: slot("url"),
      width: count(320, 1920, "width viewport_width screen_width", "{} pixels wide"),
      full: flag(
        "full_page full_length whole_page",
        "the full page; in full length",
        "only the visible part",
      ),
      format: choice(
        "format output type",
        `as pdf / as a pdf = pdf PDF application/pdf
        as png / as an image = png PNG image/png`,
        "{}",
      ),
    },
    ask: `take a screenshot of {url}
      screenshot {url}
      capture {url} {format}
      ~I have to show my boss how {url} looks today
      save a picture of {url}
      snapshot of {url}
      render {url} {format}
      ~keep proof of what {url} says before they change it
      page capture {url} {full}
      grab an image of {url}
      what does {url} look like, send a screenshot
      screen grab {url}
      de|Screenshot von {url}
      make a picture of the site {url}
      website screenshot {url} {width} pixels wide
      capture the page at {url}`,
    near: "website-status",
    real: /screenshot|url to (pdf|image)|capture.*(page|url|site)/i,
  }),
  define("website-status", "web", {
    operations: "check site; is up; site status; uptime check; ping site; http check",
    describe: `Is a website up or down.
      Checks whether a site answers.
      Website uptime test from many countries.
      Status code and response time of a page.
      Pings a site and reports.
      Down for everyone or just you.
      Monitors a URL once.
      HTTP availability check.`,
    slots: {
      site: slot("domain", "site url domain host target"),
      region: choice(
        "region from location",
        `from Europe = eu EU europe
        from the US / from America = us US america
        from Asia = asia ASIA asia`,
        "{}; , {}",
      ),
      timeout: count(3, 30, "timeout timeout_seconds max_wait", "waiting at most {} seconds"),
    },
    ask: `is {site} down
      is {site} up?
      check if {site} is online
      {site} not loading, is it me
      ~I can't open {site}, does it work for others
      uptime check {site}
      ping {site}
      status of {site}
      ~my shop {site} gets no orders since noon, still alive?
      does {site} respond {region}
      can people reach {site}
      site check {site}
      fr|est-ce que {site} est en panne ?
      test {site} availability
      is the website {site} working right now
      has {site} crashed`,
    near: "domain-whois dns-lookup page-capture",
    real: /(uptime|site|website) (check|status)/i,
  }),
  define("dns-lookup", "web", {
    operations: "dns lookup; resolve; dns records; get records; dig; name lookup",
    describe: `DNS records of a domain.
      Resolves a host name.
      Looks up A, MX and TXT records.
      Name server query.
      DNS over HTTP.
      Which address a name points to.
      Mail and name servers of a domain.
      Dig in the browser.`,
    slots: {
      domain: slot("domain", "domain name host hostname q"),
      type: choice(
        "type record_type record",
        `MX / mail = MX mx MX
        TXT = TXT txt TXT
        A = A a A
        NS = NS ns NS`,
        "{}",
      ),
    },
    ask: `dns records of {domain}
      show the {type} records of {domain}
      resolve {domain}
      dig {domain} {type}
      ~our mails to {domain} vanish, which server takes them, look at {type}
      {type} record for {domain}
      dns lookup {domain}
      which {type} entries does {domain} have
      name servers query {domain}
      get DNS for {domain}
      ~I moved {domain} to another host, does the name point there yet
      look up {domain} in dns
      de|DNS-Einträge von {domain}
      what does {domain} resolve to
      query {type} for {domain}
      list dns entries {domain}`,
    near: "domain-whois website-status ip-lookup",
    real: /\bdns\b.*(lookup|records?|resolve)(?!.*(create|update|delete))/i,
  }),
  define("file-conversion", "web", {
    operations: "convert file; convert document; file convert; transform; to format; convert",
    describe: `Converts a file into another format.
      Documents to PDF, Word and more.
      File conversion by link.
      Changes the format of a document.
      Converts between hundreds of formats.
      Online converter for office files.
      Give a link, get another format.
      de|Konvertiert Dateien.`,
    slots: {
      url: slot("url", "url file file_url source input"),
      format: choice(
        "format to output target_format",
        `pdf / PDF = pdf PDF .pdf
        word / a Word file = docx DOCX .docx
        plain text / a text file = txt TXT .txt
        epub / an e-book = epub EPUB .epub`,
        "to {}",
      ),
      pages: count(2, 20, "pages max_pages page_limit", "only the first {} pages"),
    },
    ask: `convert {url} to {format}
      turn {url} into {format}
      I need {url} as {format}
      make {format} out of {url}
      ~my reader can't open {url}, it wants {format}
      {url} to {format} please
      file at {url}, convert to {format}
      change {url} to {format}
      ~the office only accepts {format} but mine is {url}
      save {url} as {format}
      get me {format} from {url}
      transform {url} into {format}
      de|Wandle {url} um: {format}
      export {url} as {format}
      can you convert {url} into {format}
      document {url} -> {format}`,
    near: "page-capture",
    real: /convert.*(document|file).*(to|into|format)/i,
  }),
];
