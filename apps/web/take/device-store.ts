/** A place on this computer that keeps values under text keys. Keys are read back in their order. */
export interface DeviceStore {
  /** False: what is kept is gone with the page, and the screen says so. */
  readonly lasting: boolean
  get(key: string): Promise<unknown>
  /** Keeps all of them or none. */
  put(entries: readonly (readonly [key: string, value: unknown])[]): Promise<void>
  list(prefix: string): Promise<unknown[]>
  keys(prefix: string): Promise<string[]>
  remove(keys: readonly string[]): Promise<void>
  close(): void
}

const storeName = 'kept'
const databaseName = (account: string) => `waymark-${account}`

/** The account's own store on this computer; in memory where the browser has none to give. */
export async function openDeviceStore(account: string): Promise<DeviceStore> {
  try {
    return indexedStore(await openDatabase(databaseName(account)))
  } catch {
    return memoryStore()
  }
}

/** Leaves no trace of the account on this computer. */
export function forgetDeviceStore(account: string): Promise<void> {
  return new Promise((resolve) => {
    if (typeof indexedDB === 'undefined') return resolve()
    const request = indexedDB.deleteDatabase(databaseName(account))
    request.onsuccess = () => resolve()
    request.onerror = () => resolve()
    request.onblocked = () => resolve()
  })
}

function openDatabase(name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1)
    request.onupgradeneeded = () => request.result.createObjectStore(storeName)
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
    request.onblocked = () => reject(new Error('Another tab holds the store.'))
  })
}

function indexedStore(database: IDBDatabase): DeviceStore {
  // A tab that deletes the store at sign-out must not wait for this one.
  database.onversionchange = () => database.close()
  const range = (prefix: string) => IDBKeyRange.bound(prefix, `${prefix}\uffff`)
  const read = <T>(ask: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      const request = ask(database.transaction(storeName).objectStore(storeName))
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
  const write = (change: (store: IDBObjectStore) => void): Promise<void> =>
    new Promise((resolve, reject) => {
      const transaction = database.transaction(storeName, 'readwrite', { durability: 'strict' })
      change(transaction.objectStore(storeName))
      transaction.oncomplete = () => resolve()
      transaction.onerror = () => reject(transaction.error)
      transaction.onabort = () => reject(transaction.error)
    })
  return {
    lasting: true,
    get: (key) => read((store) => store.get(key)),
    put: (entries) =>
      write((store) => {
        for (const [key, value] of entries) store.put(value, key)
      }),
    list: (prefix) => read((store) => store.getAll(range(prefix))),
    keys: async (prefix) => (await read((store) => store.getAllKeys(range(prefix)))).map(String),
    remove: (keys) =>
      write((store) => {
        for (const key of keys) store.delete(key)
      }),
    close: () => database.close(),
  }
}

/** Keeps values for as long as the page is open. */
export function memoryStore(): DeviceStore {
  const kept = new Map<string, unknown>()
  const keysOf = (prefix: string) => [...kept.keys()].filter((key) => key.startsWith(prefix)).toSorted()
  return {
    lasting: false,
    get: async (key) => kept.get(key),
    put: async (entries) => {
      for (const [key, value] of entries) kept.set(key, structuredClone(value))
    },
    list: async (prefix) => keysOf(prefix).map((key) => kept.get(key)),
    keys: async (prefix) => keysOf(prefix),
    remove: async (keys) => {
      for (const key of keys) kept.delete(key)
    },
    close: () => {},
  }
}
