import type { Reply } from "../emulator.ts";

/**
 * Words errors in turn as JSON, as plain text and with no body at all. The form of Assembled's errors is not documented,
 * so no caller may rely on one kind.
 */
export function varyingErrors(): (status: number, message: string) => Reply {
  const kinds: readonly ((status: number, message: string) => Reply)[] = [
    (status, message) => ({ status, body: { message } }),
    (status, message) => ({
      status,
      headers: { "content-type": "text/plain; charset=utf-8" },
      body: message,
    }),
    (status) => ({ status }),
  ];
  let count = 0;
  return (status, message) => {
    const kind = kinds[count % kinds.length];
    count += 1;
    return kind === undefined ? { status } : kind(status, message);
  };
}
