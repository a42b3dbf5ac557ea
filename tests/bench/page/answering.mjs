// A worker's side of bench.mjs: answers each message, an error as {error}.
export function answering(handlers) {
  self.onmessage = async ({ data }) => {
    try {
      self.postMessage((await handlers[data.what](data)) ?? {});
    } catch (error) {
      self.postMessage({ error: String(error?.stack ?? error) });
    }
  };
}
