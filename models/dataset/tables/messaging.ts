import { choice, count, define, flag, slot } from "../make/define.ts";

export const messaging = [
  define("send-sms", "messaging", {
    operations: "send sms; send text; text message; create message; sms; send message; message send",
    describe: `Sends a text message to a phone.
      SMS to any number worldwide.
      Send an SMS through our gateway.
      Delivers a short message to a mobile.
      Text messages with delivery report.
      Simple SMS sending.
      Outbound SMS, one or many.
      de|SMS an eine Telefonnummer senden.`,
    slots: {
      to: slot("phone"),
      message: slot("message"),
      time: slot("time", "send_at schedule deliver_at", "{}"),
      flash: flag("flash urgent priority", "as a flash message; marked urgent", "not urgent"),
    },
    ask: `text {to}: {message}
      send a text to {to} saying "{message}"
      sms {to} "{message}"
      ~{to} should know on the phone: {message}
      send an SMS to {to} that says {message}
      text "{message}" to {to}
      message the number {to} with "{message}"
      ~my neighbour's mobile is {to}, no internet there, let her know: {message}
      send this sms to {to} {time}: {message}
      write a text message to {to}: {message}
      shoot {to} a text, "{message}"
      ~can you buzz {to} with "{message}"
      de|Schick eine SMS an {to}: {message}
      es|manda un SMS a {to}: {message}
      text message for {to}: {message}
      send "{message}" by sms to {to} {time}`,
    near: "chat-message voice-call",
    real: /send.*\bsms\b|\bsms\b.*send|send (a )?text message/i,
  }),
  define("send-email", "messaging", {
    operations: "send email; email send; mail; send mail; compose; deliver email; new email",
    describe: `Sends an e-mail.
      Email delivery with tracking.
      Send a message to an e-mail address.
      Transactional mail in one call.
      Writes and delivers an email.
      Mail with subject and body to one or many.
      SMTP made simple.
      de|E-mail versenden.`,
    slots: {
      to: slot("email"),
      message: slot("message", "body text content html message"),
      subject: slot("heading", "subject title", ""),
      cc: slot("email", "cc copy cc_email", "with a copy to {}; , cc {}"),
      important: flag(
        "important high_priority urgent",
        "with high priority; marked important",
        "with normal priority",
      ),
    },
    ask: `email {to}: {message}
      send an email to {to} with subject "{subject}" and text "{message}"
      mail {to} "{message}"
      ~{to} is waiting for an answer in the inbox: {message}
      write to {to}, subject {subject}: {message}
      send a mail to {to} saying "{message}"
      e-mail {to} about "{subject}": {message}
      ~let {to} know in writing: {message}
      drop {to} an email: {message}
      compose a mail to {to}, subject "{subject}", body "{message}"
      send "{message}" to {to} by email
      ~put "{message}" into the mailbox of {to}
      de|Schreib eine Mail an {to}: {message}
      fr|envoie un mail à {to} : {message}
      new email to {to}: {message}
      please mail {to} the following: {message}`,
    near: "chat-message",
    real: /send (an? |single )?e-?mails?\b|mail ?send/i,
  }),
  define("chat-message", "messaging", {
    operations:
      "post message; send to channel; chat post message; send chat; post; publish message; notify channel",
    describe: `Posts a message to a chat channel.
      Team chat: write into a room.
      Sends a message to a channel.
      Notify your team in their chat.
      Post text to a group conversation.
      Message a room as a bot.
      Write to a channel or group.
      Chat messages for teams.`,
    slots: {
      channel: slot("channel"),
      message: slot("message"),
      silent: flag(
        "silent mute disable_notification",
        "silently; without notification",
        "with a notification",
      ),
      pin: flag("pin pinned", "and pin it", "without pinning it"),
    },
    ask: `post in {channel}: {message}
      tell {channel} "{message}"
      send "{message}" to the {channel} channel
      ~everybody in {channel} should read this: {message}
      write "{message}" in {channel}
      message the {channel} group: {message}
      post "{message}" to {channel}
      ~the folks in {channel} don't know yet: {message}
      announce in {channel}: {message}
      drop a message in {channel}: {message}
      say "{message}" in {channel}
      let the channel {channel} know "{message}"
      de|Schreib in {channel}: {message}
      share in {channel}: {message}
      put "{message}" into the chat {channel}
      ping {channel} with "{message}"`,
    near: "send-sms send-email",
    real: /(post|send)s? (a )?(chat )?message (to|in) (a |the )?(channel|room|chat|space|group|conversation)/i,
  }),
  define("voice-call", "messaging", {
    operations: "make call; voice call; call number; dial; speak message; outbound call; robocall",
    describe: `Calls a phone and reads a message.
      Voice call with spoken text.
      Dials a number and speaks.
      Outbound calls with text to speech.
      Ring somebody and play your words.
      Automated phone call to any number.
      Reads your text to whoever picks up.
      Make a call from a text.`,
    slots: {
      to: slot("phone"),
      message: slot("message", "message say speech text"),
      repeat: count(2, 4, "repeat times repetitions", "{} times"),
      voice: choice(
        "voice gender voice_gender",
        `with a male voice = male MALE m
        with a female voice / in a woman's voice = female FEMALE f`,
        "{}; , {}",
      ),
    },
    ask: `call {to} and say "{message}"
      phone {to} and read out: {message}
      ring {to} and tell them {message}
      ~he never reads his texts, so speak to {to}: {message}
      make a voice call to {to} saying "{message}"
      dial {to} and play the message "{message}"
      ~somebody should hear it from a voice at {to}: {message}
      voice call {to}: {message}
      please call {to} with the message "{message}"
      have a robot call {to} and say "{message}"
      phone call to {to}: {message}
      ring up {to}: {message}
      ~granny at {to} can't read small letters, tell her aloud: {message}
      start a call to {to} that says {message}
      de|Ruf {to} an und sag: {message}
      give {to} a call and speak "{message}" {repeat} times`,
    near: "send-sms",
    real: /(make|create|place) (an? )?(outbound |voice )?call\b/i,
  }),
  define("verification-code", "messaging", {
    operations: "send code; start verification; send otp; verify phone; one time password; request otp",
    describe: `Sends a one-time code to a phone.
      Verifies a user by a code.
      OTP delivery by text or voice.
      Starts a phone verification.
      Two-factor codes for logins.
      Generates and sends a PIN.
      Login codes in seconds.
      One-time passwords, worldwide.`,
    slots: {
      to: slot("phone"),
      length: count(4, 8, "length code_length digits", "with {} digits; , {} digits long"),
      channel: choice(
        "channel via method",
        `by text / by sms = sms SMS text
        by voice / by phone call = call CALL voice
        by WhatsApp = whatsapp WHATSAPP whatsapp`,
        "{}",
      ),
    },
    ask: `send a verification code to {to}
      send an OTP to {to} {channel}
      verify the phone {to} with a code
      one-time password for {to}
      ~somebody is logging in with {to}, make sure it's really them
      two factor code to {to}
      {length}-digit code to {to} {channel}
      start verification for {to}
      ~prove that {to} belongs to our new customer
      request a login code for {to}
      text a pin to {to}
      send {to} a {length} digit code
      es|envía un código de verificación a {to}
      otp {to}
      check with a code that {to} is theirs
      get {to} verified {channel}`,
    near: "phone-validation send-sms",
    real: /(send|request|start|create).*(otp|one[- ]time|verification code|phone verification)/i,
  }),
  define("postcard", "messaging", {
    operations: "send postcard; mail postcard; print card; create postcard; send card",
    describe: `Prints and mails a real postcard.
      Postcards from a text, stamped and sent.
      Sends paper mail to an address.
      Card with your words, by post.
      Physical mail without going to the post office.
      Greetings on paper, delivered worldwide.
      Printed cards, sent the same day.
      Mail a card to anybody.`,
    slots: {
      to: slot("address", "to address recipient_address destination"),
      message: slot("message", "message text back greeting"),
      size: choice(
        "size format card_size",
        `small = small S A6
        large / big = large L A5`,
        "as a {} card; , {} format",
      ),
      glossy: flag("glossy gloss", "on glossy paper", "on matte paper"),
    },
    ask: `send a postcard to {to} saying "{message}"
      mail a card to {to}: {message}
      postcard to {to} with the text "{message}"
      ~grandpa at {to} only likes paper, write him: {message}
      print and post a card to {to}: {message}
      real postcard for {to}: {message}
      send a paper card to {to} with "{message}"
      ~something for the letter box at {to}: {message}
      put a card in the mail to {to}: "{message}"
      write a postcard to {to}: {message}
      order a printed card with "{message}" to {to}
      post "{message}" on a card to {to}
      de|Postkarte an {to}: {message}
      ship a greeting card to {to}, text: {message}
      have a postcard delivered to {to}: {message}
      card by snail mail to {to}: {message}`,
    real: /(send|create).*postcard/i,
  }),
];
