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

/** Whether something is reachable, now that everything has come to rest. */
export async function isHeld(reference: WeakRef<object>): Promise<boolean> {
  await settled();
  collect();
  return reference.deref() !== undefined;
}

/** Bytes that each of so many things takes, made one after the other, as long as all of them are held. */
export async function bytesEach(count: number, make: (number: number) => unknown): Promise<number> {
  const held: unknown[] = new Array(count).fill(undefined);
  const before = await heldBytes();
  for (let number = 0; number < count; number += 1) held[number] = await make(number);
  const after = await heldBytes();
  return (after - before) / held.length;
}
