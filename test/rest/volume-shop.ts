import type { Exchange } from "./engine.ts";
import type { VolumeJson, VolumePageJson } from "./volumes.ts";

/** The rows of the upstream after so many changes. */
export type Stock = readonly VolumeJson[];

/** The upstream that keeps volumes: a request is done when it arrives there, and answered later. */
export interface VolumeShop {
  /** What it has had from the beginning on, the last one being what it has. */
  readonly stocks: readonly Stock[];
  /** Lets a request take effect, or see what is there. @returns what answers it. */
  arrive(exchange: Exchange): unknown;
}

/** The rows of a shelf. */
export const onShelf = (stock: Stock, shelf: string): Stock => stock.filter((row) => row.shelf === shelf);

/** A page of rows. */
export const pageOf = (stock: Stock, offset: number, limit: number): VolumePageJson => ({
  rows: stock.slice(offset, offset + limit),
});

/** Opens a shop with four volumes on two shelves. */
export function openShop(): VolumeShop {
  const stocks: Stock[] = [
    ["1", "2", "3", "4"].map((id) => ({ id, title: "0", shelf: Number(id) % 2 === 0 ? "a" : "b" })),
  ];
  const now = (): Stock => stocks.at(-1) ?? [];
  const change = (change: (row: VolumeJson) => VolumeJson | undefined): void => {
    stocks.push(now().flatMap((row) => change(row) ?? []));
  };
  const write = (method: string, id: string, body: Partial<VolumeJson>): unknown => {
    if (id === "volumes") {
      const created = { title: "", shelf: "a", ...body, id: String(stocks.length + 10) };
      stocks.push([...now(), created]);
      return created;
    }
    if (id === "dust") {
      const note = `dusted ${stocks.length}`;
      change((row) => (row.shelf === body.shelf ? { ...row, note } : row));
      return {};
    }
    if (method === "DELETE") change((row) => (row.id === id ? undefined : row));
    else if (method === "PATCH") change((row) => (row.id === id ? { ...row, ...body } : row));
    else change((row) => (row.id === id ? { ...row, title: `bound ${stocks.length}` } : row));
    return method === "PATCH" ? now().find((row) => row.id === id) : {};
  };
  return {
    stocks,
    arrive({ request: { body, method, url } }) {
      const id = url.pathname.split("/").at(-1) ?? "";
      if (method !== "GET") return write(method, id, body ? JSON.parse(String(body)) : {});
      if (id !== "volumes") return now().find((row) => row.id === id);
      const { offset = "0", limit = "9", shelf, shelves } = Object.fromEntries(url.searchParams);
      if (shelves !== undefined) return { rows: now() };
      const rows = shelf === undefined ? now() : onShelf(now(), shelf);
      return pageOf(rows, Number(offset), Number(limit));
    },
  };
}
