import type { AccessStrategy, AskedLoader } from "../../lists/access-strategy.ts";

/** Asks other loaders. @param own ways of its own, taken before. @default none */
export const asking = (asks: readonly AskedLoader[], own: AccessStrategy = nothing): AccessStrategy => ({
  ...own,
  asks,
});

const nothing: AccessStrategy = {
  endpoints: [],
  bounds: () => ({ least: 0, most: 0 }),
  most: () => ({ calls: [] }),
  describe: () => ({ ways: [], choice: undefined }),
};
