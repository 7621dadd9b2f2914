/**
 * Flags that a gateway is started with, as `npm start` and the container start it.
 *
 * - Young objects have 16 MiB, as Node 20 gives them by itself. With what Node 24 gives them, the load `alone` of chat-directory
 *   takes a third more CPU.
 * - Between two full collections the heap grows to twice what lives in it. Where it may be 2 GiB or more, it would be up to four
 *   times, which is some 40 MiB more in the load `vars`; where it may be less, V8 takes 1.3 to 2 times by itself.
 */
export const startFlags: readonly string[] = ["--max-semi-space-size=16", "--heap-growing-percent=100"];
