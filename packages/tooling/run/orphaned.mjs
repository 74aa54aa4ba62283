/** Calls `act` when the process that started this one is gone, however it went. */
export function onOrphaned(act) {
  // Our own parent keeps a channel to us, which closes when it is killed.
  process.on('disconnect', act);
  process.channel?.unref();
  // npm runs a script in a shell, and that shell passes on no signal: to stop npm would leave us running.
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    act();
  }, 250);
  watch.unref();
}
