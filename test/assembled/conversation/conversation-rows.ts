/** So many conversations, each as short as it may be. */
export const conversationRows = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    importedId: `c${at}`,
    channel: "CHAT",
    status: "OPEN",
    createdAt: "2026-03-04T09:00:00Z",
  }));
