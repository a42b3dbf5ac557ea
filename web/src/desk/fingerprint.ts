// A file's bytes in short: the same for the same bytes, wherever they come from.

// SHA-256, as 64 hexadecimal digits.
export async function fingerprintOf(file: Blob): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
