const dayAndTime = new Intl.DateTimeFormat(undefined, {
  day: "numeric",
  month: "short",
  hour: "2-digit",
  minute: "2-digit",
});
const timeOfDay = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit" });

/** "24 Nov, 12:03", as the reader's own settings have it. */
export const formatDayAndTime = (iso: string): string => dayAndTime.format(new Date(iso));

/** "12:03". */
export const formatTime = (iso: string): string => timeOfDay.format(new Date(iso));
