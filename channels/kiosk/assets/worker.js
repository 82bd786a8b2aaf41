/** Lets the kiosk open without a network: its pages and scripts are asked of the hub first, and of this device else. */

const cacheName = `kiosk-${self.shell.version}`
/** A network that answers so late is as good as none. */
const patienceMs = 4_000

self.addEventListener('install', (event) => {
  event.waitUntil(fill().then(() => self.skipWaiting()))
})

self.addEventListener('activate', (event) => {
  event.waitUntil(dropOthers().then(() => self.clients.claim()))
})

self.addEventListener('fetch', (event) => {
  const { pathname, origin } = new URL(event.request.url)
  const isShell = origin === self.location.origin && self.shell.paths.includes(pathname)
  if (event.request.method === 'GET' && isShell) event.respondWith(answer(pathname))
})

async function fill() {
  const cache = await caches.open(cacheName)
  await cache.addAll(self.shell.paths)
}

async function dropOthers() {
  const names = await caches.keys()
  await Promise.all(names.filter((name) => name !== cacheName).map((name) => caches.delete(name)))
}

async function answer(pathname) {
  const cache = await caches.open(cacheName)
  try {
    const response = await fetch(pathname, { signal: AbortSignal.timeout(patienceMs) })
    // The hub may be resting behind its proxy; what it says of the kiosk itself, such as "switched off", holds.
    if (response.status >= 500) return (await cache.match(pathname)) ?? response
    if (response.ok) await cache.put(pathname, response.clone())
    return response
  } catch {
    return (await cache.match(pathname)) ?? Response.error()
  }
}
