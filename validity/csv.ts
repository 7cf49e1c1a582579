export interface CsvRow {
  /** The line of the file on which the row begins: a quoted field may run over several. */
  readonly line: number;
  readonly fields: readonly string[];
}

/** Rows of a CSV file as RFC 4180 writes it: quoted fields, doubled quotes, line ends of either kind. */
export function parseCsv(text: string): CsvRow[] {
  const source = text.startsWith('\ufeff') ? text.slice(1) : text;
  const rows: CsvRow[] = [];
  let fields: string[] = [];
  let field = '';
  let quoted = false;
  let line = 1;
  let startsAt = 1;
  const endRow = (): void => {
    fields.push(field);
    if (fields.length > 1 || field !== '') rows.push({ line: startsAt, fields });
    fields = [];
    field = '';
  };
  for (let i = 0; i < source.length; i += 1) {
    const sign = source.charAt(i);
    if (sign === '\n') line += 1;
    if (quoted) {
      if (sign !== '"') field += sign;
      else if (source.charAt(i + 1) === '"') {
        field += '"';
        i += 1;
      } else quoted = false;
    } else if (sign === '"' && field === '') quoted = true;
    else if (sign === ',') {
      fields.push(field);
      field = '';
    } else if (sign === '\n') {
      endRow();
      startsAt = line;
    } else if (sign !== '\r') field += sign;
  }
  if (field !== '' || fields.length > 0) endRow();
  if (quoted) throw new Error(`line ${startsAt}: a quote is opened and never closed`);
  return rows;
}
