// IndexedDB by promises: as little of it as the page asks for. What fails half-way leaves
// what stood there.

export interface Kinds {
  readonly [of: string]: { readonly key: IDBValidKey; readonly value: unknown };
}

export function answered<T>(asked: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error as DOMException);
  });
}

export class Database<All extends Kinds> {
  constructor(private readonly db: IDBDatabase) {}

  keys<Of extends keyof All & string>(
    of: Of,
    range?: IDBKeyRange,
    index?: string,
  ): Promise<All[Of]['key'][]> {
    return answered(this.source(of, index).getAllKeys(range)) as Promise<All[Of]['key'][]>;
  }

  // In the order of their keys.
  values<Of extends keyof All & string>(
    of: Of,
    range?: IDBKeyRange,
    index?: string,
  ): Promise<All[Of]['value'][]> {
    return answered(this.source(of, index).getAll(range));
  }

  // Gives the key, which storage may have made.
  put<Of extends keyof All & string>(
    of: Of,
    value: All[Of]['value'],
    key?: All[Of]['key'],
  ): Promise<All[Of]['key']> {
    return this.whole(of, (stored) => answered(stored.put(value, key)));
  }

  async delete<Of extends keyof All & string>(
    of: Of,
    key: All[Of]['key'] | IDBKeyRange,
  ): Promise<void> {
    await this.whole(of, (stored) => stored.delete(key));
  }

  // All that a task asks of `stored` or nothing; it waits for nothing else.
  async whole<T>(
    of: keyof All & string,
    task: (stored: IDBObjectStore) => T | Promise<T>,
  ): Promise<T> {
    const writing = this.db.transaction(of, 'readwrite', { durability: 'strict' });
    const done = new Promise<void>((resolve, reject) => {
      writing.oncomplete = () => resolve();
      writing.onabort = () => reject(writing.error ?? new Error('aborted'));
    });
    done.catch(() => undefined); // told below
    try {
      const value = await task(writing.objectStore(of));
      await done;
      return value;
    } catch (cause) {
      try {
        writing.abort();
      } catch {
        // it has ended already
      }
      throw cause;
    }
  }

  async empty(): Promise<void> {
    for (const of of this.db.objectStoreNames) await this.whole(of, (stored) => stored.clear());
  }

  close(): void {
    this.db.close();
  }

  private source(of: string, index?: string): IDBObjectStore | IDBIndex {
    const stored = this.db.transaction(of).objectStore(of);
    return index ? stored.index(index) : stored;
  }
}
