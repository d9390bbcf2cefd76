/** Work that only one tab of this browser does at a time. */

const LEASE = 20_000;
const PAUSE = 60;
const pause = (time) => new Promise((done) => setTimeout(done, time));

/** Run `work` when no other tab runs work of this name; resolves to what it returns. */
export function alone(name, work) {
  // Browsers offer locks only over HTTPS and on localhost; elsewhere a lease in the storage does.
  return navigator.locks ? navigator.locks.request(name, work) : leased(`lease:${name}`, work);
}

async function leased(key, work) {
  const me = `${Date.now()}-${Math.random()}`;
  try {
    while (!(await taken(key, me))) await pause(PAUSE * (2 + Math.random()));
  } catch {
    return work(); // no storage, so there is nothing that two tabs could share
  }
  try {
    return await work();
  } finally {
    if (read(key)?.me === me) localStorage.removeItem(key);
  }
}

async function taken(key, me) {
  const holder = read(key);
  if (holder && holder.until > Date.now()) return false;
  localStorage.setItem(key, JSON.stringify({ me, until: Date.now() + LEASE }));
  await pause(PAUSE); // another tab may have written in the same moment: the last one has it
  return read(key)?.me === me;
}

function read(key) {
  try {
    return JSON.parse(localStorage.getItem(key));
  } catch {
    return null;
  }
}
