import { choice, count, define, flag, slot } from "../make/define.ts";

/** More functions for training alone: office, school, pictures and texts, the web. */
export const everydayWork = [
  define("room-booking", "work", {
    operations: "book room; reserve room; meeting room; room reservation; find room",
    describe: `Reserves meeting rooms.
      A room with a screen and enough chairs.
      Room calendar of the office.
      Books where you meet.
      de|Besprechungsräume buchen.`,
    slots: {
      people: count(3, 20, "people seats capacity attendees", "for {} people"),
      day: slot("anyDay", "date day on", ""),
      time: slot("anyTime", "time start at from", "{}"),
      minutes: count(15, 120, "minutes duration length_min", "for {} minutes"),
      screen: flag("screen projector beamer", "with a projector; with a screen", ""),
    },
    ask: `meeting room {day} {time}
      book a room for {people} people {day} {time}
      ~we can't talk in the hallway again {day}, {people} of us
      room {day} for {minutes} minutes
      {people} people need a room {day} {time}
      ~the client comes {day} and we have nowhere to sit
      reserve a meeting room {day} {time}
      is any room free {day} {time}
      somewhere to meet {day}, {people} chairs`,
    near: "calendar-event video-meeting desk-booking",
    real: /\brooms?\b|booking|reserv/i,
  }),
  define("desk-booking", "work", {
    operations: "book desk; reserve desk; hot desk; desk; workplace",
    describe: `Reserves a desk in the office.
      Hot desks by floor.
      A place to work for the day.
      Shared office seats.
      Sit where you like.`,
    slots: {
      day: slot("anyDay", "date day on", ""),
      floor: count(2, 9, "floor level storey", "on floor {}"),
      monitors: count(2, 3, "monitors screens displays", "with {} monitors"),
      window: flag("window window_seat by_window", "at the window; by the window", "away from the window"),
    },
    ask: `desk {day}
      reserve me a desk {day}
      I'm in the office {day}, need a desk
      ~working from home drives me mad, I come in {day}
      a desk with a view {day}
      ~coming to headquarters {day}, where do I sit
      book a workplace {day}
      hot desk {day} please
      any desk left {day}?`,
    near: "room-booking",
    real: /desk|booking|reserv/i,
  }),
  define("shift-offer", "work", {
    operations: "offer shifts; set availability; available days; shift planning; my availability",
    describe: `Says on which days you can work.
      Shift planning for teams.
      Your availability, known to all.
      Rosters without phone calls.
      Who works when.`,
    slots: {
      days: slot("weekdays"),
      shift: choice(
        "shift part slot",
        `early shift / mornings = early EARLY AM
        late shift / evenings = late LATE PM
        night shift / nights = night NIGHT N`,
        ", {}",
      ),
      hours: count(4, 10, "max_hours hours hours_per_day", ", at most {} hours"),
      name: slot("person", "name employee worker", "for {}"),
    },
    ask: `I can work {days}
      available {days}, {shift}
      {days} works for me, tell the planner
      ~the boss wants to know by tonight: {days}
      put me down for {days}
      shifts on {days} are ok
      ~I need the money, give me {days}
      my days are {days}, {shift}
      {days}: {shift}`,
    near: "leave-request sick-note calendar-event",
  }),
  define("leave-request", "work", {
    operations: "request leave; time off; vacation request; apply for leave; absence",
    describe: `Asks for days off.
      Vacation and absence.
      Leave requests for your boss.
      Time off, approved or not.
      Holidays in the team calendar.`,
    slots: {
      from: slot("date", "from start start_date first_day"),
      until: slot("date", "to end end_date last_day until"),
      kind: choice(
        "type kind reason",
        `unpaid / without pay = unpaid UNPAID U
        parental leave = parental PARENTAL P
        vacation = vacation VACATION V`,
        ", {}",
      ),
      half: flag("half_day half mornings", "only half days", ""),
    },
    ask: `days off from {from} to {until}
      vacation {from} until {until}
      I'd like to be off {from} to {until}
      ~finally! two tickets to the sun, {from} till {until}, ask my boss
      request leave {from} - {until}
      ~the wedding is far away, I'll be gone {from} to {until}
      put in time off, {from} until {until}
      leave {from} to {until}, {kind}
      absent from {from} until {until}`,
    near: "sick-note calendar-event public-holidays",
    real: /leave|absence|time.?off|vacation/i,
  }),
  define("sick-note", "work", {
    operations: "report sick; sick leave; call in sick; sick day; absence illness",
    describe: `Tells work that you are ill.
      Sick leave in one click.
      Reports an illness to your employer.
      Get well soon.
      de|Krankmeldung.`,
    slots: {
      day: slot("anyDay", "date day from start"),
      days: count(2, 5, "days duration num_days", "for {} days"),
      note: flag("doctors_note certificate with_note", "I have a doctor's note", "no doctor's note yet"),
    },
    ask: `I'm sick {day}
      call in sick {day}
      can't come to work {day}
      ~throwing up since midnight, tell them I won't be in {day}
      sick leave {day}
      ~39 degrees fever, no way I work {day}
      report me ill {day}
      I have the flu, {day} off
      ill {day}, inform the office`,
    near: "leave-request doctor-appointment",
  }),
  define("save-contact", "work", {
    operations: "add contact; save contact; new contact; create contact; address book",
    describe: `Saves people in your address book.
      New contacts with number and mail.
      Adds a person.
      Keeps names and numbers.
      Your contacts everywhere.`,
    slots: {
      name: slot("person", "name full_name contact person"),
      phone: slot("anyPhone"),
      email: slot("email", "email mail email_address", ", mail {}"),
      company: slot("shop", "company organization employer", ", works at {}"),
      favourite: flag("favourite favorite starred", "as a favourite", ""),
    },
    ask: `save {name}, {phone}
      new contact {name} {phone}
      {name} has a new number: {phone}
      ~met {name} at the fair, number is {phone}
      add {name} with {phone}
      put {phone} in my address book as {name}
      ~before I lose the napkin: {name}, {phone}
      {phone} belongs to {name}, save it
      contact: {name} {phone} {email}`,
    near: "note phone-validation",
    real: /contact|address.?book|people/i,
  }),
  define("auto-reply", "messaging", {
    operations: "set auto reply; out of office; vacation responder; auto answer; away message",
    describe: `Answers mails while you are away.
      Out-of-office notes.
      Sets an automatic reply.
      Away messages with dates.
      Let them know you're out.`,
    slots: {
      until: slot("anyDay", "until end end_date to", ""),
      message: slot("message"),
      internal: flag("internal_only colleagues_only internal", "only for colleagues", ""),
    },
    ask: `out of office until {until}: {message}
      auto reply till {until}, {message}
      I'm away until {until}, answer with: {message}
      ~nobody shall bother me till {until}. write them: {message}
      away message till {until}: {message}
      set my mail to answer "{message}" until {until}
      ~beach! mails get this until {until}: {message}
      vacation reply until {until}: {message}
      reply automatically with "{message}" until {until}`,
    near: "send-email",
    real: /auto.?repl|out.of.office|vacation|respond/i,
  }),
  define("group-invite", "messaging", {
    operations: "create group; new group; invite people; group chat; start group",
    describe: `Starts a group chat.
      Invites people to a group.
      Groups for family and friends.
      One chat for all.
      Gets everybody together.`,
    slots: {
      names: slot("names"),
      title: slot("heading", "title name group_name", ""),
      muted: flag("muted silent no_notifications", "but muted", ""),
    },
    ask: `make a group with {names}
      group chat {names}
      start a chat for {names}
      ~one thread per person is too much, get {names} in one
      new group: {names}
      invite {names} to a group
      ~surprise party! {names} in one chat please
      put {names} into one group
      {names}, one group`,
    near: "chat-message video-meeting",
    real: /group|invite|channel/i,
  }),
  define("call-forwarding", "messaging", {
    operations: "forward calls; redirect; set forwarding; divert calls; call diversion",
    describe: `Sends your calls to another number.
      Call forwarding on and off.
      Diverts the phone.
      Be reached elsewhere.
      Redirects calls for some time.`,
    slots: {
      phone: slot("anyPhone"),
      hours: count(2, 12, "hours duration_h for_hours", "for {} hours"),
      when: choice(
        "condition when mode",
        `when I don't answer / if nobody picks up = no_answer NO_ANSWER unanswered
        when I'm on the phone / when it's busy = busy BUSY engaged
        always = always ALL unconditional`,
        "{}",
      ),
    },
    ask: `forward my calls to {phone}
      redirect the phone to {phone} {when}
      calls to {phone} for {hours} hours
      ~I leave the mobile at home, try me at {phone}
      divert everything to {phone}
      ~the office takes my calls, {phone}, {hours} hours
      send calls on to {phone} {when}
      {when} forward to {phone}
      my calls should go to {phone}`,
    near: "voice-call",
    real: /forward|divert|redirect/i,
  }),
  define("course-search", "school", {
    operations: "search courses; find course; courses; online classes; class finder",
    describe: `Finds courses to learn something.
      Evening classes and online courses.
      Learn in your town or from home.
      Courses by subject and level.
      Never stop learning.`,
    slots: {
      course: slot("course"),
      city: slot("city", "", "in {}"),
      level: choice(
        "level difficulty skill",
        `beginners / for beginners = beginner BEGINNER a
        advanced / for advanced people = advanced ADVANCED c`,
        ", {}",
      ),
      online: flag("online remote virtual", "online", "not online; in a real classroom"),
      max: count(50, 400, "max_price budget price_max", "under {} euros"),
    },
    ask: `course in {course}
      where can I learn {course}
      {course} class {city}
      ~forty and never too old for {course}
      evening classes for {course} in {city}
      {course} lessons, {level}
      ~my new year's resolution is {course}
      teach me {course}, any course?
      find {course} courses under {max} euros
      sv|kurs i {course}`,
    near: "tutor job-search",
    real: /course|class|lesson/i,
  }),
  define("tutor", "school", {
    operations: "find tutor; book tutor; private lessons; tutoring; request teacher",
    describe: `Private lessons for pupils.
      Finds a tutor by subject.
      Help before the exam.
      Tutoring at home or online.
      Better marks.`,
    slots: {
      subject: slot("schoolSubject"),
      grade: count(5, 12, "grade class_level year", "for grade {}"),
      city: slot("city", "", "in {}"),
      day: slot("anyDay", "date day on", "{}"),
      max: count(15, 50, "max_price hourly_max budget", ", up to {} an hour"),
    },
    ask: `tutor for {subject}
      {subject} lessons for grade {grade}
      ~the last {subject} test was a disaster, grade {grade}
      private teacher {subject} {city}
      somebody who explains {subject} to my daughter
      help with {subject} {day}
      ~I understood nothing when I was in grade {grade} either: {subject}
      {subject} tutoring in {city}
      find a {subject} tutor, {max} an hour at most
      get my son a tutor in {subject}`,
    near: "course-search driving-lesson",
    real: /tutor|lesson|teacher/i,
  }),
  define("flashcards", "school", {
    operations: "make flashcards; create cards; new deck; study cards; generate deck",
    describe: `Makes flashcards to learn with.
      Study decks on any subject.
      Cards with questions and answers.
      Learn by repetition.
      Cram smarter.`,
    slots: {
      subject: slot("schoolSubject"),
      n: count(10, 40, "count cards n size", ""),
      language: slot("language", "", "in {}"),
      pictures: flag("pictures images with_images", "with pictures", "without pictures"),
    },
    ask: `make {n} flashcards on {subject}
      {n} cards for {subject}
      study deck {subject}, {n} cards
      ~exam on monday, {subject}, I need {n} cards to cram
      {subject} flashcards, {n} of them
      create a deck with {n} cards about {subject}
      ~my brain is a sieve: {subject}, {n} cards
      {n} {subject} cards please
      turn {subject} into {n} flashcards`,
    near: "trivia",
  }),
  define("math", "school", {
    operations: "calculate; solve; evaluate; compute; math",
    describe: `Calculates.
      Solves what you type.
      A calculator for everything.
      Evaluates an expression.
      Sums without mistakes.`,
    slots: {
      expression: slot("expression"),
      digits: count(2, 5, "digits precision decimals", "with {} digits; to {} decimals"),
      steps: flag("steps show_steps explain", "and show the steps", "just the result"),
    },
    ask: `what is {expression}
      {expression}
      calculate {expression}
      ~no calculator here, {expression}
      how much is {expression}
      work out {expression}
      ~my head is tired: {expression}
      {expression} = ?
      solve {expression}
      result of {expression}`,
    near: "currency-conversion",
    real: /math|calculat|expression|solve/i,
  }),
  define("conjugation", "language", {
    operations: "conjugate; verb forms; conjugate verb; get conjugation; verb table",
    describe: `Forms of verbs.
      Conjugates in many languages.
      Verb tables by tense.
      I am, you are, she is.
      fr|Conjugaison.`,
    slots: {
      verb: slot("verb"),
      language: slot("language"),
      tense: choice(
        "tense time form",
        `in the past = past PAST preterite
        in the future = future FUTURE future
        in the present = present PRESENT present`,
        "{}",
      ),
    },
    ask: `conjugate "{verb}" in {language}
      {verb} in {language}, all forms
      forms of {verb}, {language}
      ~{language} test tomorrow and I mix up {verb}
      {language} verb {verb} {tense}
      how do you conjugate {verb}, {language}
      ~I he she... {verb} in {language}, help
      verb table {verb} {language}
      {language}: {verb} {tense}`,
    near: "translation dictionary",
    real: /verb|conjug/i,
  }),
  define("transcription", "language", {
    operations: "transcribe; speech to text; transcribe audio; audio to text; get transcript",
    describe: `Writes down what was said.
      Speech to text.
      Transcripts of recordings.
      Audio and video in words.
      Types while they talk.`,
    slots: {
      url: slot("url", "url audio_url file recording source"),
      language: slot("language", "", "in {}; , it's in {}"),
      speakers: count(2, 5, "speakers num_speakers voices", ", {} speakers"),
      times: flag("timestamps times with_times", "with timestamps", "without timestamps"),
    },
    ask: `transcribe {url}
      write down what they say in {url}
      text of the recording {url}
      ~I was too slow to take notes, it's all in {url}
      {url} as text
      transcript for {url} {language}
      ~no time to listen to an hour of {url}, I'd rather read
      turn the talk at {url} into text
      type out {url}`,
    near: "text-to-speech summarization",
    real: /transcri|speech|audio/i,
  }),
  define("text-recognition", "language", {
    operations: "read text; ocr; extract text; image to text; scan document",
    describe: `Reads the text in a picture.
      OCR for scans and photos.
      Letters out of pixels.
      Makes scans searchable.
      Extracts text from documents.`,
    slots: {
      url: slot("url", "url image_url scan file picture"),
      language: slot("language", "", "in {}"),
      tables: flag("tables keep_tables detect_tables", "keep the tables", ""),
    },
    ask: `read the text in {url}
      what does it say on {url}
      ocr {url}
      ~I can't copy from the scan {url}
      extract the words from {url}
      text from picture {url}
      ~somebody sent the contract as a photo, {url}
      scan {url} for text
      type up what's on {url} {language}`,
    near: "transcription file-conversion page-capture",
    real: /\bocr\b|recogni|extract.*text|scan/i,
  }),
  define("acronym", "language", {
    operations: "expand acronym; lookup abbreviation; acronym meaning; abbreviations; what does it stand for",
    describe: `What letters stand for.
      Abbreviations and acronyms.
      Explains short forms.
      Chat slang and office speak.
      From AKA to ZIP.`,
    slots: {
      short: slot("abbreviation"),
      field: choice(
        "field domain context",
        `in medicine = medicine MEDICAL med
        in computing = computing IT tech
        in business = business BUSINESS biz`,
        "{}",
      ),
    },
    ask: `what does {short} stand for
      {short} meaning
      expand {short} {field}
      ~everybody in the meeting says {short} and I just nod
      what is {short} short for
      {short}?? {field}
      ~my nephew writes {short} all the time
      acronym {short}
      explain {short} to me {field}`,
    near: "dictionary",
    real: /acronym|abbrev/i,
  }),
  define("background-removal", "media", {
    operations: "remove background; cut out; background remover; clear background; isolate subject",
    describe: `Cuts the background away.
      Pictures without background.
      Isolates people and products.
      Clean cut-outs in seconds.
      Transparent pictures.`,
    slots: {
      url: slot("url", "url image image_url photo source"),
      colour: choice(
        "background color fill",
        `white / in white = white WHITE fff
        transparent / see-through = transparent NONE alpha`,
        ", background {}",
      ),
      crop: flag("crop trim tight", "and crop it", "don't crop"),
    },
    ask: `remove the background of {url}
      cut me out of {url}
      {url} without background
      ~the mess behind me in {url} has to go
      take away what's behind the person in {url}
      ~passport photo, but my kitchen is in it: {url}
      clear background, {url}
      make the background vanish: {url}
      background off {url} {crop}`,
    near: "image-generation image-search photo-resize",
    real: /background|image|photo/i,
  }),
  define("photo-resize", "media", {
    operations: "resize image; scale picture; shrink photo; change size; resize",
    describe: `Makes pictures smaller or larger.
      Resizes by width and height.
      Shrinks photos for mail.
      The right size for every page.
      Scale, keep the shape.`,
    slots: {
      url: slot("url", "url image image_url photo src"),
      width: count(200, 1900, "width w max_width pixels_wide", ""),
      height: count(200, 1200, "height h max_height", ", {} high"),
      format: choice(
        "format type output_format",
        `as jpg = jpg JPG jpeg
        as png = png PNG png
        as webp = webp WEBP webp`,
        "{}",
      ),
    },
    ask: `make {url} {width} pixels wide
      resize {url} to {width}
      {url} at {width} px width
      ~the upload form wants {width} pixels, mine is {url}
      shrink {url} to {width} wide {format}
      scale {url}, width {width}
      ~too big to mail: {url}, {width} wide is enough
      {url} {width}x{height}
      picture {url} in {width} by {height}`,
    near: "file-conversion background-removal",
    real: /resize|thumbnail|image|photo/i,
  }),
  define("playlist", "media", {
    operations: "create playlist; make playlist; new mix; playlist; generate mix",
    describe: `Makes playlists for a mood.
      A mix in seconds.
      Music for parties, work and runs.
      Creates lists of songs.
      Songs that fit together.`,
    slots: {
      mood: choice(
        "mood theme occasion",
        `a party = party PARTY dance
        studying = focus FOCUS study
        a run = running WORKOUT run
        falling asleep = sleep SLEEP calm`,
        "",
      ),
      minutes: count(30, 180, "minutes length duration_min", ", {} minutes long"),
      artist: slot("artist", "", ", with {}"),
      explicit: flag("clean family_safe no_explicit", "without bad words", ""),
    },
    ask: `playlist for {mood}
      make me a mix for {mood}
      music for {mood}
      ~too quiet in here for {mood}
      songs for {mood}, {minutes} minutes
      {minutes} minutes of music for {mood}
      ~I need something in my ears for {mood}
      put together tunes for {mood}
      {mood} playlist with {artist}
      a list of songs for {mood}`,
    near: "music-search",
    real: /playlist/i,
  }),
  define("record-show", "media", {
    operations: "record show; schedule recording; set recording; tape; recorder",
    describe: `Records what is on TV.
      Your recorder from afar.
      Never miss an episode.
      Tapes shows and films.
      Schedules a recording.`,
    slots: {
      show: slot("show"),
      day: slot("anyDay", "date day on", "{}"),
      time: slot("anyTime", "time start at", "{}"),
      series: flag("series all_episodes whole_series", "all episodes", "just this one"),
    },
    ask: `record {show} {day}
      tape {show} {day} {time}
      {show} is on {day}, record it
      ~I'm at choir when {show} starts {day}
      set the recorder for {show} {time}
      ~I never get to see {show} live, always at work
      recording: {show} {day}
      don't let me miss {show} {day}
      save {show} on the box {day} {series}`,
    near: "tv-search reminder",
    real: /record/i,
  }),
  define("password", "web", {
    operations: "generate password; new password; make password; password generator; passphrase",
    describe: `Makes strong passwords.
      Passwords nobody guesses.
      Random characters of any length.
      Passphrases to remember.
      Secure by chance.`,
    slots: {
      length: count(8, 32, "length characters size chars", ""),
      symbols: flag("symbols special special_chars", "with special characters", "without special characters"),
      digits: flag("digits numbers with_numbers", "with digits", "no digits"),
      n: count(2, 6, "count n how_many", ", {} of them"),
    },
    ask: `password with {length} characters
      generate a password, {length} long
      {length} character password
      ~my dog's name isn't safe enough they say, {length} characters then
      new password {length} chars
      I need a password of {length} characters
      ~IT made me change it again, {length} at least
      something random with {length} characters for my login
      strong password, {length}`,
    near: "verification-code password-breach",
    real: /passw|passphrase/i,
  }),
  define("colour-palette", "web", {
    operations: "make palette; color scheme; palette; generate colors; suggest colors",
    describe: `Colours that go together.
      Palettes from one colour.
      Colour schemes for pages and rooms.
      Finds matching tones.
      Makes designers happy.`,
    slots: {
      colour: choice(
        "base color seed",
        `olive green = olive OLIVE 808000
        navy blue = navy NAVY 000080
        terracotta = terracotta TERRACOTTA e2725b
        lilac = lilac LILAC c8a2c8`,
        "",
      ),
      n: count(3, 8, "count n size colors", ", {} colours"),
      dark: flag("dark dark_mode night", "for a dark page", "for a light page"),
    },
    ask: `palette with {colour}
      colours that go with {colour}
      {colour} colour scheme
      ~we paint the hall {colour}, what about the rest
      {n} colours to match {colour}
      scheme around {colour} {dark}
      ~my slides are ugly. something with {colour}
      what fits {colour}
      design colours: {colour}, {n} tones`,
    near: "",
    real: /colou?r|palette/i,
  }),
  define("page-speed", "web", {
    operations: "test speed; page speed; measure site; performance test; load time",
    describe: `How fast a page loads.
      Measures sites on phone and desktop.
      Speed test for websites.
      Finds what slows you down.
      Load times and scores.`,
    slots: {
      url: slot("url"),
      device: choice(
        "device strategy platform",
        `on a phone / on mobile = mobile MOBILE phone
        on a desktop / on a computer = desktop DESKTOP pc`,
        "{}",
      ),
      runs: count(2, 6, "runs repeat times", ", {} runs"),
    },
    ask: `how fast is {url}
      speed test {url}
      measure the load time of {url} {device}
      ~visitors leave before {url} is even there
      is {url} slow {device}
      performance of {url}
      ~takes forever to open {url}, is it me or them
      page speed {url} {device}
      test {url} {runs} times`,
    near: "website-status",
    real: /speed|performance|lighthouse/i,
  }),
  define("domain-availability", "web", {
    operations: "check domain; domain available; domain search; is free; find domain",
    describe: `Is a domain still free?
      Checks names before you buy.
      Domain search with prices.
      Find your address on the web.
      Free or taken.`,
    slots: {
      domain: slot("domain"),
      price: flag("price include_price with_price", "and what it costs", ""),
      similar: flag("suggestions similar alternatives", "and similar ones", "no suggestions"),
    },
    ask: `is {domain} still free
      can I register {domain}
      {domain} available?
      ~my shop needs an address, how about {domain}
      check {domain} for me, is it taken
      ~somebody surely grabbed {domain} already
      is {domain} taken
      {domain} to buy
      availability of {domain}`,
    near: "domain-whois dns-lookup website-status",
    real: /domain/i,
  }),
];
