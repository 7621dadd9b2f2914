import { testMatrix } from "./matrix.ts";
import { type MatrixRow, slowRows } from "./matrix-rows.ts";

const rows = new Map(slowRows.map((row) => [row.name, row]));
testMatrix([...rows.keys()], (name) => rows.get(name) as MatrixRow, 20);
