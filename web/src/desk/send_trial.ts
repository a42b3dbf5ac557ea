// Tries to send a harmless word by every channel that a page has, and tells what the
// browser said of each. The addresses are reserved and nobody's (RFC 2606), so that a
// request that fails proves nothing: only the browser's own report of a violation does.
// Each channel has a host of its own, for some reports tell no more of an address.

export type Channel = keyof typeof channels;

export interface TrialResult {
  readonly channel: Channel;
  // blocked: the browser reports the policy's directive. absent: there is no such
  // channel here. unproven: neither, so that it may be open.
  readonly outcome: 'blocked' | 'absent' | 'unproven';
  readonly directive: string; // "connect-src", "trusted-types-sink"; "" unless blocked
}

const host = 'parcelwise.invalid';
const reportsComeWithinMs = 1_500;

type Try = (address: string) => unknown;

// Set by name: the compiler's own types would ask for what Trusted Types refuses.
function element(name: string, change: Record<string, string>): HTMLElement {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(change)) made.setAttribute(key, value);
  document.body.append(made);
  setTimeout(() => made.remove(), reportsComeWithinMs);
  return made;
}

// Closed at once it would not even begin.
function closedLater(stream: { close(): void }): void {
  setTimeout(() => stream.close(), reportsComeWithinMs);
}

const secure = (address: string) => address.replace(/^http/, 'ws');

const channels = {
  fetch: (to) => fetch(to, { method: 'POST', mode: 'no-cors', body: 'hello' }),
  xhr: (to) => {
    const request = new XMLHttpRequest();
    request.open('POST', to);
    request.send('hello');
  },
  beacon: (to) => navigator.sendBeacon(to, 'hello'),
  websocket: (to) => closedLater(new WebSocket(secure(to))),
  eventsource: (to) => closedLater(new EventSource(to)),
  image: (to) => element('img', { hidden: '', src: to }),
  stylesheet: (to) => element('link', { rel: 'stylesheet', href: to }),
  font: (to) => new FontFace('trial', `url(${to})`).load(),
  script: (to) => element('script', { src: to }),
  worker: (to) => new Worker(to).terminate(),
  frame: (to) => element('iframe', { hidden: '', src: to }),
  // WebKit loads no object that is hidden or of no kind.
  object: (to) => element('object', { data: to, type: 'text/html', width: '1', height: '1' }),
  media: (to) => element('video', { hidden: '', src: to, preload: 'auto' }),
  form: (to) => {
    const form = element('form', { action: to, method: 'post', target: 'trial' });
    (form as HTMLFormElement).submit();
  },
  webrtc: () => {
    if ('RTCPeerConnection' in globalThis) return;
    throw new ReferenceError('there is none');
  },
} satisfies Record<string, Try>;

export const channelNames = Object.keys(channels) as readonly Channel[];

export async function trySending(): Promise<TrialResult[]> {
  const reports = new Map<string, string>(); // directive by channel
  const hear = ({ blockedURI, effectiveDirective }: SecurityPolicyViolationEvent) => {
    const channel = new RegExp(`//(\\w+)\\.${host}`).exec(blockedURI)?.[1];
    if (channel) reports.set(channel, effectiveDirective);
  };
  document.addEventListener('securitypolicyviolation', hear);
  const faults = new Map<Channel, unknown>();
  for (const channel of channelNames) {
    try {
      const tried: unknown = (channels[channel] as Try)(`https://${channel}.${host}/`);
      if (tried instanceof Promise) tried.catch(() => undefined);
    } catch (fault) {
      faults.set(channel, fault);
    }
  }
  await new Promise((resolve) => setTimeout(resolve, reportsComeWithinMs));
  document.removeEventListener('securitypolicyviolation', hear);
  return channelNames.map((channel) =>
    resultOf(channel, reports.get(channel), faults.get(channel)),
  );
}

function resultOf(channel: Channel, directive: string | undefined, fault: unknown): TrialResult {
  if (directive) return { channel, outcome: 'blocked', directive };
  if (fault instanceof ReferenceError) return { channel, outcome: 'absent', directive: '' };
  // Trusted Types refuse the address itself, before there is a request to report.
  const refused = fault instanceof TypeError && /trusted|sink/i.test(fault.message);
  if (refused) return { channel, outcome: 'blocked', directive: 'require-trusted-types-for' };
  return { channel, outcome: 'unproven', directive: '' };
}
