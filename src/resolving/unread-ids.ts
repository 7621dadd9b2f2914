/** Rows without an id because none was read for them, as nothing that is selected needs it: they are no broken rows. */
const unread = new WeakSet<object>();

/** Marks a row whose id was not read. */
export function withUnreadId<Row extends object>(row: Row): Row {
  unread.add(row);
  return row;
}

/** Whether a row is marked as one whose id was not read. */
export const isIdUnread = (row: object): boolean => unread.has(row);
