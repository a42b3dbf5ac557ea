// The page's one Trusted Types policy: it lets through the Blob of the worker and
// the service worker beside the page, and nothing else.

interface PolicyFactory {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): {
    createScriptURL(url: string): unknown;
  };
}

const allowed = (url: string): string => {
  if (url.startsWith('blob:') || url === 'sw.js') return url;
  throw new TypeError('not a script of this page');
};

const factory = (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes;
const policy = factory?.createPolicy('parcelwise', { createScriptURL: allowed });

export function scriptUrl(url: string): string {
  return policy ? (policy.createScriptURL(url) as string) : allowed(url);
}
