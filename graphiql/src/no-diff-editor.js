// Stands in for Monaco's editors of differences, which this page does not open.
export class DiffEditorWidget {}
export class MultiDiffEditorWidget {}
