// A calendar that is not ours: reads files with ical.js, one after the other, and keeps for each UID the entry that RFC 5546 calls the newer
// one. Prints what its owner then sees. Usage: node calendar.mjs ICAL_JS FILE…
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const [library, ...files] = process.argv.slice(2);
const { default: ICAL } = await import(pathToFileURL(library).href);

const kept = new Map();
const methods = [];
for (const file of files) {
  const calendar = new ICAL.Component(ICAL.parse(readFileSync(file, 'utf8')));
  methods.push(calendar.getFirstPropertyValue('method'));
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
  for (const part of calendar.getAllSubcomponents('vevent')) {
    const event = new ICAL.Event(part);
    const stamp = part.getFirstPropertyValue('dtstamp').toJSDate().toISOString();
    const before = kept.get(event.uid);
    if (before && (event.sequence < before.sequence || (event.sequence === before.sequence && stamp < before.stamp))) continue;
    const [start, end] = [part.getFirstPropertyValue('dtstart'), part.getFirstPropertyValue('dtend')];
    kept.set(event.uid, {
      uid: event.uid, sequence: event.sequence, stamp, changed: part.getFirstPropertyValue('last-modified').toJSDate().toISOString(),
      status: part.getFirstPropertyValue('status'), summary: event.summary, location: event.location, description: event.description,
      url: part.getFirstPropertyValue('url'), organizer: part.getFirstPropertyValue('organizer'),
      start: start.toString(), end: end?.toString() ?? null, wholeDay: start.isDate, zone: start.zone?.tzid ?? null, startUtc: start.isDate ? null : start.toJSDate().toISOString(),
      updated: before ? (before.updated ?? 0) + 1 : 0,
    });
  }
}
process.stdout.write(JSON.stringify({ methods, events: [...kept.values()] }));
