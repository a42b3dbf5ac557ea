// No policy of a page stops WebRTC, which reaches any address past all others. Nothing
// here needs it, so that it goes before anything else runs.

for (const name of ['RTCPeerConnection', 'webkitRTCPeerConnection', 'mozRTCPeerConnection'])
  Reflect.deleteProperty(globalThis, name);
