import { choice, count, define, flag, slot } from "../make/define.ts";

const priority = choice(
  "priority importance urgency",
  `urgent / high priority = high HIGH p1
  low priority / not important = low LOW p3`,
  ", {}",
);

export const work = [
  define("calendar-event", "work", {
    operations: "create event; add event; new appointment; schedule; quick add; insert event; calendar add",
    describe: `Adds an event to your calendar.
      Creates an appointment.
      Schedule meetings and dates.
      New calendar entry with time and place.
      Puts something on the agenda.
      Books a slot in the diary.
      Calendar events in one line.
      de|Termin anlegen.`,
    slots: {
      title: slot("appointment"),
      day: slot("day", "date day on start_date"),
      time: slot("time"),
      minutes: count(15, 90, "duration minutes duration_minutes length", "for {} minutes"),
      place: slot("city", "location place where venue", "in {}"),
      allday: flag("all_day full_day", "all day; the whole day", ""),
    },
    ask: `add {title} to my calendar {day} {time}
      put {title} in the calendar {day} {time}
      schedule {title} {day} {time}
      ~{title} {day} {time}, don't let me double-book it
      create an event: {title} {day} {time}
      calendar: {title}, {day} {time}
      new appointment {title} {day} {time}
      book a slot for {title} {day} {time}
      ~I've got {title} {day} {time}, please keep that time free
      enter {title} {day} {time} in my diary
      set up {title} {day} {time}
      save the date: {title} {day} {time}
      mark {day} {time} for {title}
      {title} {day} {time}, add it to my agenda
      make a calendar entry for {title} {day} {time}
      pencil in {title} {day} {time}`,
    near: "reminder video-meeting todo restaurant-booking doctor-appointment",
    real: /(create|insert|add|quick)\w*.*\b(calendar )?events?\b.*(calendar|creates an event)|calendar.*(create|insert|add)/i,
  }),
  define("todo", "work", {
    operations: "add task; create task; new todo; insert task; add to list; add item; todo add",
    describe: `Adds a task to your list.
      To-do list, one call per task.
      Creates a new task.
      Things to do, with due dates.
      Remember what has to be done.
      Task manager for busy people.
      New item on the list.
      de|Aufgabe anlegen.`,
    slots: {
      task: slot("task"),
      day: slot("day", "due due_date date deadline", "{}"),
      priority,
      list: choice(
        "list project list_name",
        `my work list / work = work WORK Work
        my home list / home = home HOME Home
        the shopping list / shopping = shopping SHOPPING Shopping`,
        "",
      ),
    },
    ask: `add "{task}" to my todo list
      todo: {task}
      new task: {task}
      put "{task}" on {list}
      ~I always forget to {task}, write it on the list
      task "{task}" {day}
      add a task to {task}
      create the task "{task}", {priority}
      ~my to-dos are missing one: {task}
      note as a task: {task}
      I have to {task}, put it on my list
      add "{task}" to {list}
      de|Neue Aufgabe: {task}
      to do {day}: {task}
      append "{task}" to my tasks
      list item: {task}`,
    near: "reminder note calendar-event",
    real: /(create|insert|add)s?\b.*\b(task|to-?do|card)\b(?!.*(attachment|comment|member|label|run|field|tag|follower))/i,
  }),
  define("reminder", "work", {
    operations: "set reminder; remind me; create reminder; new reminder; alert at; schedule reminder",
    describe: `Reminds you at a given time.
      Sets a reminder.
      Pings you when it is time.
      Never forget: reminders by text.
      Alerts at the minute you choose.
      Creates a reminder with a message.
      Nudges you later.
      de|Erinnerung setzen.`,
    slots: {
      task: slot("task", "text message title about reminder"),
      time: slot("time", "time at when remind_at"),
      day: slot("day", "date day on", "{}"),
      repeat: choice(
        "repeat recurrence frequency",
        `every day / daily = daily DAILY day
        every week / weekly = weekly WEEKLY week`,
        "",
      ),
      loud: flag("loud alarm sound", "", ""),
    },
    ask: `remind me {time} to {task}
      set a reminder {time}: {task}
      reminder {day} {time}: {task}
      ~poke me {time} so that I don't forget to {task}
      {repeat} {time} remind me to {task}
      create a reminder {time} to {task}
      alert me {day} {time}: {task}
      ~my head is a sieve, {time} tell me to {task}
      remind me {day} {time} that I must {task}
      ping me {time}: {task}
      new reminder, {time}, "{task}"
      set an alarm {time} saying {task}
      de|Erinnere mich: {task}, {time}
      {time}, remember to {task}, please notify me
      give me a nudge {time} to {task}
      don't let me forget {time}: {task}`,
    near: "calendar-event todo note",
    real: /(create|set|add)s? (a |an )?reminder/i,
  }),
  define("note", "work", {
    operations: "create note; save note; new note; add note; write down; jot; note",
    describe: `Saves a note.
      Quick notes, synced everywhere.
      Writes something down.
      A notebook for small things.
      Keeps a text for later.
      New note with tags.
      Store thoughts and facts.
      de|Notiz speichern.`,
    slots: {
      text: slot("note"),
      folder: choice(
        "notebook folder tag",
        `my private notebook / private = private PRIVATE Private
        the family notebook / family = family FAMILY Family
        my ideas notebook / ideas = ideas IDEAS Ideas`,
        "",
      ),
    },
    ask: `note: {text}
      save a note: {text}
      write down "{text}"
      make a note that {text}
      ~I'll need this later: {text}
      jot down "{text}"
      keep this in {folder}: {text}
      new note "{text}"
      ~too much to keep in my head: {text}
      store the note "{text}" in {folder}
      note to self: {text}
      add a note saying {text}
      de|Notiere: {text}
      put "{text}" in {folder}
      save this for later: {text}
      create a note with the text "{text}"`,
    near: "todo reminder",
    real: /(create|add|save)s? (a |an |new )*note\b(?!.*(customer|contact|deal|patient|order|invoice))/i,
  }),
  define("video-meeting", "work", {
    operations: "create meeting; new meeting; start call; schedule meeting; create room; meeting link",
    describe: `Creates a video meeting with a link.
      Online meetings for teams.
      Schedules a video call.
      Opens a virtual room.
      Video conference, link included.
      Meet face to face online.
      A call link to share.
      de|Videokonferenz anlegen.`,
    slots: {
      title: slot("heading", "topic title subject name"),
      day: slot("day", "date day on", "{}"),
      time: slot("time"),
      minutes: count(15, 90, "duration minutes duration_minutes", "for {} minutes"),
      record: flag("record recording auto_record", "with recording; and record it", "without recording"),
      waiting: flag("waiting_room lobby", "with a waiting room", "no waiting room"),
    },
    ask: `set up a video call "{title}" {day} {time}
      create an online meeting "{title}" {time}
      video meeting {day} {time}, topic "{title}"
      ~we're all in different cities, get us face to face {day} {time} on "{title}"
      schedule a video conference {day} {time} about "{title}"
      meeting link for "{title}" {time}
      I need a call link for "{title}" {day} {time}
      ~nobody can travel, so let's talk on camera {time}, "{title}"
      new video meeting "{title}" {time} for {minutes} minutes
      book a video call {day} {time}, subject "{title}"
      start an online meeting {time} called "{title}"
      virtual meeting "{title}" {day} {time}
      de|Videokonferenz "{title}" {time}
      plan a webcam meeting {day} {time}: "{title}"
      host a video call "{title}" {time}
      online call {day} {time}, call it "{title}"`,
    near: "calendar-event voice-call",
    real: /(create|schedule)s? (a |an )?meeting\b/i,
  }),
  define("file-share", "work", {
    operations: "share file; share link; create share; send file; share document; grant access",
    describe: `Shares a file with somebody.
      Sends a link to a document.
      Give people access to files.
      Large files by link.
      Share documents, with or without edit rights.
      File sharing by e-mail address.
      Lets others see a file.
      de|Datei teilen.`,
    slots: {
      url: slot("url", "file file_url document url link"),
      to: slot("email", "to email with recipient user_email"),
      role: choice(
        "role access permission",
        `for editing / so that they can edit = editor EDIT write
        read-only / for reading only = viewer VIEW read`,
        ", {}",
      ),
      days: count(2, 30, "expires_in_days days expiry_days", "for {} days"),
    },
    ask: `share {url} with {to}
      give {to} access to {url}
      send the file {url} to {to}
      ~{to} can't open {url}, fix that
      let {to} see {url}
      share the document {url} with {to} {role}
      file {url} for {to}
      ~the slides at {url} are too big to attach, get them to {to}
      grant {to} access to {url} {role}
      allow {to} to view {url}
      invite {to} to {url}
      open {url} for {to}
      es|comparte {url} con {to}
      share link of {url} to {to}
      pass {url} on to {to}
      make {url} available to {to}`,
    near: "send-email",
    real: /share (a )?(file|document)|(create|add).*shar(e|ing) link/i,
  }),
  define("support-ticket", "work", {
    operations: "create ticket; new issue; open ticket; report bug; create issue; submit ticket; file issue",
    describe: `Opens a support ticket.
      Creates an issue for the team.
      Report bugs and requests.
      Helpdesk tickets in one call.
      Files a new issue with priority.
      Tickets for customer support.
      Logs a problem.
      de|Ticket anlegen.`,
    slots: {
      text: slot("sentence", "title summary subject description"),
      priority: choice(
        "priority severity urgency",
        `urgent / high priority = high HIGH p1
      low priority / minor = low LOW p3`,
        "",
      ),
      to: slot("person", "assignee assigned_to owner agent", ""),
    },
    ask: `open a ticket: {text}
      create an issue "{text}"
      file a bug: {text}
      support ticket, {priority}: {text}
      ~a customer complains, get this to the support team: {text}
      new ticket for {to}: {text}
      report a problem: {text}
      log an issue "{text}"
      ~this has to be fixed by {to}: {text}
      create a {priority} ticket: {text}
      raise a ticket saying "{text}"
      submit a bug report: {text}
      de|Neues Ticket: {text}
      put a ticket in the queue: {text}
      assign {to} a new ticket: {text}
      ticket: {text}`,
    near: "todo send-email",
    real: /create (a |an |new )*(ticket|issue)\b(?!.*(comment|label|link|attachment|type|event|form))/i,
  }),
];
