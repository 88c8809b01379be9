/** What a provisioning log says: `help-elements/diagnosis.js`. No elements, no DOM; runs in browsers and in Node. */
export { diagnose, explain, reword, type CodeExplanation } from './diagnosis/diagnose.js';
export { csvCell, csvFile } from './diagnosis/export.js';
export { maskSecrets } from './diagnosis/mask.js';
export type * from './diagnosis/model.js';
export { makePacket } from './diagnosis/packet.js';
export { redactor, type Redactor, type RedactorOptions } from './diagnosis/redact.js';
export { summarise } from './diagnosis/summary.js';
