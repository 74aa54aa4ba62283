const parts = (at) =>
  Object.fromEntries(
    new Intl.DateTimeFormat('en-GB', {
      timeZone: 'Europe/Brussels',
      dateStyle: 'short',
      timeStyle: 'short',
      hour12: false,
    })
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );

/** The day and the clock of an instant in Brussels, as a form takes them: ['2026-11-23', '12:05']. */
export function brusselsForm(at) {
  const { year, month, day, hour, minute } = parts(at);
  return [`${year}-${month}-${day}`, `${hour}:${minute}`];
}

/** The first full minute that lies at least `seconds` ahead. */
export function minuteAfter(seconds) {
  return new Date(Math.ceil((Date.now() + seconds * 1000) / 60_000) * 60_000);
}
