/** What people said and the hub has not taken yet, kept on this device in the order in which they said it. */

const store = 'submissions'

function open() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('kiosk', 1)
    request.onupgradeneeded = () =>
      request.result.createObjectStore(store, { keyPath: 'number', autoIncrement: true })
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}

/** Resolves with what `act` asked for when it is on the disk, not before. */
async function run(mode, act) {
  const database = await open()
  try {
    return await new Promise((resolve, reject) => {
      const transaction = database.transaction(store, mode, { durability: 'strict' })
      const request = act(transaction.objectStore(store))
      transaction.oncomplete = () => resolve(request.result)
      transaction.onabort = () => reject(transaction.error)
    })
  } finally {
    database.close()
  }
}

/** Rejects where it could not be kept: then nobody may be told that it was. */
export const keep = (submission) => run('readwrite', (all) => all.add({ submission, refused: false }))

/** Oldest first, each with its number, and whether the hub refused it for good. */
export const everything = () => run('readonly', (all) => all.getAll())

export const drop = (number) => run('readwrite', (all) => all.delete(number))

/** It stays here for staff to see, and holds up nobody behind it. */
export const setAside = (item) => run('readwrite', (all) => all.put({ ...item, refused: true }))
