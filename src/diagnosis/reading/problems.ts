import { str, type Msg } from '../../localization/msg.js';
import type { LogProblem, ProblemCode, ReadOptions } from '../model.js';

/** Each problem of reading: its code, and what the reader is told. */
// prettier-ignore
const problems = {
  empty: ['empty', (msg) => msg('The file is empty. Download the log again.', { id: 'log.file.empty', desc: 'Problem with a log file.' })],
  workbook: ['not-a-log', (msg) => msg('This is an Excel workbook. Open it in Excel, save it as CSV UTF-8, and choose that file.', { id: 'log.file.workbook', desc: 'Problem with a log file. “CSV UTF-8” is how Excel calls a type of file.' })],
  archive: ['not-a-log', (msg) => msg('This is a compressed archive. Unpack it, and choose the files in it.', { id: 'log.file.archive', desc: 'Problem with a log file, such as a ZIP file.' })],
  pdf: ['not-a-log', (msg) => msg('This is a PDF. Download the provisioning log as JSON or CSV from the Microsoft Entra admin center.', { id: 'log.file.pdf', desc: 'Problem with a log file.' })],
  picture: ['not-a-log', (msg) => msg('This is a picture. Download the provisioning log as JSON or CSV from the Microsoft Entra admin center.', { id: 'log.file.picture', desc: 'Problem with a log file.' })],
  'event-log': ['not-a-log', (msg) => msg('This is an event log of Windows. Download the provisioning log as JSON or CSV from the Microsoft Entra admin center.', { id: 'log.file.eventLog', desc: 'Problem with a log file.' })],
  document: ['not-a-log', (msg) => msg('This is a document. Download the provisioning log as JSON or CSV from the Microsoft Entra admin center.', { id: 'log.file.document', desc: 'Problem with a log file: it is a text document or a presentation.' })],
  'web-page': ['not-a-log', (msg) => msg('This is a web page, most often a page to sign in. Sign in to the Microsoft Entra admin center, and download the log again.', { id: 'log.file.webPage', desc: 'Problem with a log file: the download gave a web page instead.' })],
  xml: ['not-a-log', (msg) => msg('This is XML. Download the provisioning log as JSON or CSV from the Microsoft Entra admin center.', { id: 'log.file.xml', desc: 'Problem with a log file.' })],
  binary: ['not-a-log', (msg) => msg('This isn’t text. Download the provisioning log as JSON or CSV from the Microsoft Entra admin center.', { id: 'log.file.binary', desc: 'Problem with a log file: its bytes are of an unknown kind.' })],
  stranger: ['not-a-log', (msg) => msg('This isn’t a provisioning log. Download the provisioning log as JSON or CSV from the Microsoft Entra admin center.', { id: 'log.file.stranger', desc: 'Problem with a log file: it is JSON or text, but something else.' })],
  'sign-in': ['not-a-log', (msg) => msg('This is a sign-in log. What provisioning does is in the **Provisioning logs**, next to it in the Microsoft Entra admin center.', { id: 'log.file.signIn', desc: 'Problem with a log file. “Provisioning logs” is a label of the admin center.' })],
  audit: ['not-a-log', (msg) => msg('This is an audit log. What provisioning does for each user is in the **Provisioning logs**, next to it in the Microsoft Entra admin center.', { id: 'log.file.audit', desc: 'Problem with a log file. “Provisioning logs” is a label of the admin center.' })],
  'no-rows': ['no-rows', (msg) => msg('The log has no entries. Choose a longer period or remove filters, and download it again.', { id: 'log.file.noRows', desc: 'Problem with a log file: it is right, but has nothing in it.' })],
  unreadable: ['file-unreadable', (msg) => msg('The file can’t be read. If it was changed, moved or deleted after you chose it, choose it again.', { id: 'log.file.unreadable', desc: 'Problem with a log file.' })],
  broken: ['file-unreadable', (msg) => msg('The log stopped arriving before its end. What had arrived was read.', { id: 'log.file.broken', desc: 'Problem with a log that comes over a connection instead of from a file.' })],
  packed: ['truncated', (msg) => msg('The compressed file is damaged or not whole. What could be unpacked was read.', { id: 'log.file.packed', desc: 'Problem with a log file that is compressed with gzip.' })],
  truncated: ['truncated', (msg) => msg('The log ends in the middle of an entry. What comes before was read; download it again for the rest.', { id: 'log.file.truncated', desc: 'Problem with a log file. The place in the file is shown next to it.' })],
  malformed: ['malformed', (msg) => msg('An entry is damaged and was left out. Reading went on after it; there may be more of them.', { id: 'log.file.malformed', desc: 'Problem with a log file. The place in the file is shown next to it.' })],
  'too-large': ['too-large', (msg) => msg('An entry is too long and was left out. Reading went on after it.', { id: 'log.file.tooLarge', desc: 'Problem with a log file. The place in the file is shown next to it.' })],
  'windows-1252': ['encoding', (msg) => msg('The file doesn’t say how it writes letters; Western European (Windows-1252) was assumed. If names look wrong, save it as UTF-8 and choose it again.', { id: 'log.file.windows1252', desc: 'Problem with a log file: its encoding. Keep the names of encodings.' })],
  damaged: ['encoding', (msg) => msg('Some letters are damaged and show as �.', { id: 'log.file.damaged', desc: 'Problem with a log file: letters that can’t be decoded. Keep the sign �.' })],
  nul: ['malformed', (msg) => msg('A part of the file is blank, as after a crash. The rest was read.', { id: 'log.file.nul', desc: 'Problem with a log file: it has bytes with the value 0. The place in the file is shown next to it.' })],
  columns: ['columns-unknown', (msg) => msg('Not every column of this table was recognized, and something that the log check needs is missing.', { id: 'log.file.columns', desc: 'Problem with a CSV file. The reader can say what its columns hold.' })],
  'no-steps': ['file-missing', (msg) => msg('This is one of the three CSV files of a download. Choose `ProvisioningLogs_ProvisioningSteps` together with it: it says why users were skipped.', { id: 'log.file.noSteps', desc: 'Problem with a CSV file: another one is missing. The name is that of a file.' })],
  'no-changes': ['file-missing', (msg) => msg('This is one of the three CSV files of a download. Choose `ProvisioningLogs` together with it: it has the users and the errors.', { id: 'log.file.noChanges', desc: 'Problem with a CSV file: another one is missing. The name is that of a file.' })],
  unrelated: ['file-missing', (msg) => msg('These CSV files don’t belong together: they have no change ID in common. Choose the files of one download.', { id: 'log.file.unrelated', desc: 'Problem with CSV files that should be read together.' })],
  steps: ['rows-limited', (msg) => msg('The files of steps are very large. Of the last changes in them, only the step that decided is shown.', { id: 'log.file.steps', desc: 'Problem with very large CSV files.' })],
  cut: ['malformed', (msg) => msg('PowerShell has cut off nested values. For all details, save the log with `ConvertTo-Json -Depth 10`.', { id: 'log.file.cut', desc: 'Problem with a log file that was made with PowerShell. Keep the command.' })],
  more: ['rows-limited', (msg) => msg('This is one page of several from Microsoft Graph. Choose the other pages together with it to see the whole log.', { id: 'log.file.more', desc: 'Problem with a log file: the API of Microsoft gives the log in pages, and this is only one of them.' })],
} satisfies Record<string, readonly [ProblemCode, (msg: Msg) => string]>;

export type ProblemKind = keyof typeof problems;

/** Where a problem is: a line of a table, or a byte. */
export type Place = { line: number } | { byte: number };

/** Tells the problems of one file: each kind once, with the first place of it. */
export type Tell = (kind: ProblemKind, place?: Place, more?: Pick<LogProblem, 'columns'>) => void;

export function teller(file: string, { msg, reportProblem }: ReadOptions): Tell {
  const told = new Set<ProblemKind>();
  return (kind, place, more) => {
    if (told.has(kind)) return;
    told.add(kind);
    const [code, message] = problems[kind];
    reportProblem({
      code,
      message: message(msg),
      at: place ? placeText(file, place, msg) : '',
      ...(file && { file }),
      ...more,
    });
  };
}

function placeText(file: string, place: Place, msg: Msg): string {
  if ('line' in place) {
    const line = String(place.line);
    return file
      ? `${file}:${line}`
      : msg(str`line ${line}`, { id: 'log.file.line', desc: 'A place in a text. The number follows.' });
  }
  const byte = String(place.byte);
  return file
    ? msg(str`${file}, byte ${byte}`, {
        id: 'log.file.byteOf',
        desc: 'A place in a file: its name, and the number of the byte.',
      })
    : msg(str`byte ${byte}`, { id: 'log.file.byte', desc: 'A place in a text: the number of the byte.' });
}
