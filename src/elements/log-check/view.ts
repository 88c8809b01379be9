import { inlines } from '../../provisioning/writing.js';
import { renderInlines, type RenderContext } from '../../rendering/blocks.js';

/** What the views of the log check need of the element that shows them. */
export interface View extends RenderContext {
  dir: 'ltr' | 'rtl';
}

/** A text that may hold `code` and **labels**. */
export const renderText = (text: string, view: View): unknown => renderInlines(inlines(text), view);

const numbers = new Map<string, Intl.NumberFormat>();
const dates = new Map<string, Intl.DateTimeFormat>();

/** Formatters are slow to make, and a table asks for hundreds. */
function cached<Formatter>(cache: Map<string, Formatter>, key: string, make: () => Formatter): Formatter {
  const formatter = cache.get(key) ?? make();
  cache.set(key, formatter);
  return formatter;
}

export const formatNumber = (value: number, { locale }: View, options: Intl.NumberFormatOptions = {}): string =>
  cached(numbers, `${locale} ${JSON.stringify(options)}`, () => new Intl.NumberFormat(locale, options)).format(value);

/** A time of the log, in the reader's own time zone. */
export const formatTime = (
  time: string | number,
  { locale }: View,
  options: Intl.DateTimeFormatOptions = { dateStyle: 'medium', timeStyle: 'short' },
): string =>
  cached(dates, `${locale} ${JSON.stringify(options)}`, () => new Intl.DateTimeFormat(locale, options)).format(
    new Date(time),
  );

/** From one time to another, as short as the language can say it. */
export const formatPeriod = (from: string, to: string, { locale }: View): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).formatRange(
    new Date(from),
    new Date(to),
  );

/** A size of a file, with one decimal at the most. */
export function formatBytes(bytes: number, view: View): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'];
  const step = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), units.length - 1);
  return formatNumber(bytes / 1000 ** step, view, {
    style: 'unit',
    unit: units[step]!,
    maximumFractionDigits: step > 1 ? 1 : 0,
  });
}

/** The reader's time zone by its name, for the note that says in which zone times are. */
export const timeZone = ({ locale }: View): string =>
  new Intl.DateTimeFormat(locale, { timeZoneName: 'long' })
    .formatToParts(new Date())
    .find(({ type }) => type === 'timeZoneName')?.value ?? 'UTC';
