import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { settled } from "./clock.ts";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

/** Bytes that are reachable in this process, buffers included. */
export async function heldBytes(): Promise<number> {
  // What a weak reference was asked for lives to the end of its turn.
  await settled();
  collect();
  collect();
  const { external, heapUsed } = process.memoryUsage();
  return heapUsed + external;
}

/** What ends with a turn of the event loop, or is found to be garbage only by a later collection, is gone after so many. */
const mostCollections = 5;

/** Whether something is reachable, now that everything has come to rest. */
export async function isHeld(reference: WeakRef<object>): Promise<boolean> {
  for (let collection = 0; collection < mostCollections; collection += 1) {
    await settled();
    collect();
    if (reference.deref() === undefined) return false;
  }
  return true;
}

/** Bytes that each of so many things takes, made one after the other, as long as all of them are held. */
export async function bytesEach(count: number, make: (number: number) => unknown): Promise<number> {
  const held: unknown[] = new Array(count).fill(undefined);
  const before = await heldBytes();
  for (let number = 0; number < count; number += 1) held[number] = await make(number);
  const after = await heldBytes();
  return (after - before) / held.length;
}
