/** What reads a log, and what sums it up: large, so it loads once an element that needs it shows. */
export { diagnose, reword } from '../../diagnosis/diagnose.js';
export { makePacket } from '../../diagnosis/packet.js';
export { summarise } from '../../diagnosis/summary.js';
