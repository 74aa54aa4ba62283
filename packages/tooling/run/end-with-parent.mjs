// Loaded into each program that is started here: when the one that started it is killed, it stops as if asked to.
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();
