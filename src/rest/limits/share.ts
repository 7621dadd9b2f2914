import type { Share } from "../share.ts";

/** The share of a process that is alone. */
export const wholeShare: Share = { usable: 1, held: 1, reachable: 1 };

/** Gives a part of a share, which changes with it. @param part above 0 and at most 1. */
export const partOfShare = (share: Share, part: number): Share => ({
  get usable() {
    return share.usable * part;
  },
  get held() {
    return share.held * part;
  },
  get reachable() {
    return share.reachable * part;
  },
});
