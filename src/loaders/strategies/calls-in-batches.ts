/** Calls for keys that come in several batches, however they are spread over them. */
export const callsInBatches = (keys: number, batches: number, keysPerCall: number): number =>
  Number.isFinite(keys) ? batches + Math.floor((keys - batches) / keysPerCall) : keys;
