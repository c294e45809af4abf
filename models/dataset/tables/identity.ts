import { choice, define, flag, slot } from "../make/define.ts";

const deep = flag("deep check_mailbox full", "with a deep check; thoroughly", "a quick check will do");

export const identity = [
  define("email-validation", "identity", {
    operations: "validate email; verify email; check email; email check; email validation; is deliverable",
    describe: `Checks whether an e-mail address is valid.
      Verifies a mailbox without sending anything.
      Email validation: syntax, domain, mailbox.
      Is an address deliverable or disposable.
      Detects fake and mistyped e-mail addresses.
      Tells if mail to an address would bounce.
      Verify emails in real time.
      de|Prüft E-Mail-Adressen.`,
    slots: { email: slot("email", "email address email_address mail q"), deep },
    ask: `is {email} a valid email address
      check {email}
      verify the email {email}
      ~would a mail to {email} bounce?
      validate {email}
      does {email} exist
      is {email} a real address or fake
      ~a customer signed up as {email}, smells like a throwaway
      can {email} receive mail
      email check for {email}
      ~before I write to {email}: does anybody read that mailbox
      test whether {email} is deliverable
      fr|est-ce que l'adresse {email} existe ?
      make sure {email} is typed right
      look if {email} works
      is the mailbox {email} alive`,
    real: /(validat|verif|check)\w*.*\bemail( address)?\b|email (address )?(validat|verif)/i,
  }),
  define("phone-validation", "identity", {
    operations: "validate phone; phone lookup; check number; number info; verify number; carrier lookup",
    describe: `Checks whether a phone number is valid.
      Country, carrier and type of a number.
      Phone number validation.
      Is a number mobile, landline or invalid.
      Looks up the network of a phone number.
      Verify numbers before you call.
      Number intelligence: carrier, region, format.
      Formats and checks phone numbers.`,
    slots: {
      number: slot("phone", "number phone phone_number msisdn telephone"),
      country: slot("country", "", "from {}; ({})"),
    },
    ask: `is {number} a valid phone number
      check the number {number}
      validate {number}
      which carrier does {number} use
      ~{number} rang me twice, what kind of number is that
      phone lookup {number}
      is {number} a mobile or a landline
      verify that {number} is a real number
      ~before I dial {number}, does it even exist?
      number info for {number}
      does {number} work
      ~the form says {number}, did they make that up
      sv|är {number} ett giltigt nummer?
      what network is {number} on
      look up {number}
      test phone number {number}`,
    near: "verification-code spam-check",
    real: /(validat|verif|lookup)\w*.*\b(phone|number)\b.*|phone ?(number)? ?validat/i,
  }),
  define("ip-lookup", "identity", {
    operations: "ip lookup; geolocate ip; ip info; locate ip; ip details; ip location; whereis",
    describe: `Location of an IP address.
      Country, city and provider behind an IP.
      IP geolocation.
      Who owns an IP and where it is.
      Looks up the internet provider of an address.
      Geolocates visitors by IP.
      IP intelligence with VPN detection.
      City-level location from an IP.`,
    slots: {
      ip: slot("ip"),
      vpn: flag("vpn check_vpn proxy_check", "and check for a VPN; with VPN detection", "skip the VPN check"),
    },
    ask: `where is {ip}
      locate the IP address {ip}
      ip lookup {ip}
      which country is {ip} from
      ~somebody logged in from {ip}, where are they sitting
      who owns {ip}
      geolocate {ip}
      trace {ip}
      ~{ip} keeps hammering my server, where does it come from?
      what city is {ip} in
      info about ip {ip}
      find out where {ip} is located
      es|¿de dónde es la IP {ip}?
      {ip} location
      which provider has {ip}
      look up {ip}`,
    real: /\bip\b.*(geolocat|lookup|location|info)|geolocat\w*.*\bip\b|locate.*\bip\b/i,
  }),
  define("domain-whois", "identity", {
    operations: "whois; domain lookup; domain info; whois lookup; registration data; domain owner",
    describe: `Registration data of a domain.
      Who owns a domain and when it expires.
      WHOIS lookup.
      Registrar, owner and dates of a web address.
      Domain ownership records.
      Age and expiry of a domain name.
      Raw and parsed WHOIS.
      Looks up who registered a domain.`,
    slots: { domain: slot("domain"), raw: flag("raw raw_text", "as raw text; unparsed", "parsed please") },
    ask: `who owns {domain}
      whois {domain}
      when does {domain} expire
      who registered {domain}?
      ~I'd love to buy {domain}, whom do I ask
      domain info {domain}
      registration data for {domain}
      when was {domain} registered
      ~the shop at {domain} looks dodgy, since when does that site exist and whose is it
      registrar of {domain}
      look up the owner of {domain}
      whois lookup for {domain} please
      nl|van wie is {domain}?
      how old is the domain {domain}
      {domain} owner
      check who is behind {domain}`,
    near: "website-status dns-lookup",
    real: /whois/i,
  }),
  define("password-breach", "identity", {
    operations: "check breach; leaked accounts; pwned; breach search; exposed data; breach lookup",
    describe: `Has an account been in a data breach.
      Finds leaks with your e-mail address.
      Checks leaked password lists.
      Which breaches expose an address.
      Data leak monitor.
      Tells if your login was stolen.
      Search known breaches by account.
      Exposure check for e-mail accounts.`,
    slots: {
      email: slot("email", "account email email_address q"),
      since: slot("year", "since since_year from_year", "since {}"),
    },
    ask: `has {email} been hacked
      was {email} in a data breach
      check leaks for {email}
      ~I get odd mails, did someone steal the login of {email}?
      is {email} pwned
      data breaches with {email}
      show leaks of {email} since {since}
      ~do I have to change my passwords, the account is {email}
      look for {email} in breaches
      leaked? {email}
      which sites leaked {email}
      breach check {email}
      de|Ist {email} gehackt worden?
      was my account {email} exposed
      ~a blackmailer knows my password, account {email}, from which leak
      find breaches for {email}`,
    near: "email-validation",
    real: /breach(es|ed)?\b/i,
  }),
  define("iban-validation", "identity", {
    operations: "validate iban; check iban; iban info; bank account check; iban lookup",
    describe: `Checks an IBAN and names the bank.
      Bank account validation.
      Is an IBAN correct, and whose bank is it.
      Returns BIC and bank for an IBAN.
      IBAN checksum and bank data.
      Verify account numbers before a transfer.
      Bank details from an account number.
      de|Prüft IBANs und nennt die Bank.`,
    slots: {
      iban: slot("iban"),
      bic: flag("bic include_bic", "with the BIC; and give me the BIC", "no BIC needed"),
    },
    ask: `is {iban} a valid IBAN
      check iban {iban}
      which bank has {iban}
      validate the account {iban}
      ~before I transfer the rent to {iban}: is that account number right?
      iban {iban} ok?
      bank for {iban}
      verify {iban}
      ~did I copy {iban} correctly from the invoice
      look up the bank of {iban}
      {iban} valid?
      does the iban {iban} exist
      de|Stimmt die IBAN {iban}?
      bank name for account {iban}
      check the bank account {iban}
      test whether {iban} is correct`,
    real: /\biban\b/i,
  }),
  define("spam-check", "identity", {
    operations: "spam check; caller check; who called; number reputation; is spam; report lookup",
    describe: `Is a caller known as spam.
      Reputation of a phone number.
      Who called, and was it a scam.
      Reports about unwanted callers.
      Spam score for phone numbers.
      Community reports on nuisance calls.
      Detects scam callers.
      Caller lookup with ratings.`,
    slots: {
      number: slot("phone", "number phone caller phone_number"),
      level: choice(
        "level strictness sensitivity",
        `strictly / strict = high HIGH strict
        loosely / relaxed = low LOW loose`,
        ", {}",
      ),
    },
    ask: `is {number} a spam caller
      who called me from {number}
      spam check {number}
      ~{number} hangs up whenever I answer, should I block it?
      is {number} a scam
      did others report {number}
      reputation of {number}
      ~"your computer has a virus" they said from {number}, is that known
      nuisance calls from {number}?
      look up complaints about {number}
      {number} spam?
      should I trust a call from {number}
      de|Ist {number} Spam?
      has {number} been reported as fraud
      check if {number} is telemarketing
      who is hiding behind the annoying number {number}`,
    near: "phone-validation",
  }),
];
