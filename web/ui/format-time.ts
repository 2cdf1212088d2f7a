// the language of the pages: a date in another one would stand out of its sentence
const LOCALE = "en-GB";
const dayAndTime = new Intl.DateTimeFormat(LOCALE, {
  day: "numeric",
  month: "short",
  hour: "2-digit",
  minute: "2-digit",
});
const dayOfYear = new Intl.DateTimeFormat(LOCALE, { day: "numeric", month: "short", year: "numeric" });
const timeOfDay = new Intl.DateTimeFormat(LOCALE, { hour: "2-digit", minute: "2-digit" });

/** "24 Nov, 12:03". */
export const formatDayAndTime = (iso: string): string => dayAndTime.format(new Date(iso));

/** "24 Nov 2026", of a time or of a day. */
export const formatDay = (time: string): string =>
  // noon is on the same day in nearly every time zone
  dayOfYear.format(new Date(time.length === 10 ? `${time}T12:00:00` : time));

/** "12:03". */
export const formatTime = (iso: string): string => timeOfDay.format(new Date(iso));
