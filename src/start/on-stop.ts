/** Takes what closes a part that was opened; parts are closed in the reverse of the order in which they were opened. */
export type OnStop = (close: () => Promise<void>) => void;
