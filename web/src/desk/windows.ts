// Other windows of the page, told of what this one did. Where the browser lets none be
// heard, each is for itself.

let silent = false;

// Of what is to be forgotten nothing more is told.
export function fallSilent(): void {
  silent = true;
}

export function otherWindows<Message>(
  of: string, // what is told
  heard: (message: Message) => void,
): (message: Message) => void {
  try {
    const windows = new BroadcastChannel(`parcelwise-${of}`);
    windows.onmessage = ({ data }) => heard(data as Message);
    return (message) => {
      if (!silent) windows.postMessage(message);
    };
  } catch {
    return () => undefined;
  }
}
