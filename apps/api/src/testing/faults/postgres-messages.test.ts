import fc from 'fast-check';
import { MessageReader, type Way } from './postgres-messages.js';

/** A message with a letter; without one it is the first of a client. */
function message(kind: string, content: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeInt32BE(content.length + 4);
  return Buffer.concat([Buffer.from(kind), length, content]);
}
const number = (value: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
};
const startup = message('', Buffer.concat([number(196_608), Buffer.from('user\0a\0\0')]));
const kindsOf = (way: Way, ...chunks: Buffer[]) => {
  const reader = new MessageReader(way);
  return chunks.flatMap((chunk) => reader.read(chunk)).map(({ kind }) => kind);
};

test('the first message of a client has no letter, and every later one has', () => {
  expect(kindsOf('asked', startup, message('Q', Buffer.from('SELECT 1\0')), message('X', Buffer.alloc(0)))).toEqual([
    'startup',
    'Q',
    'X',
  ]);
  expect(kindsOf('answered', message('R', number(0)), message('Z', Buffer.from('I')))).toEqual(['R', 'Z']);
});

test('a question for encryption is answered by a byte that is no message, and the first message comes after it', () => {
  const [asked, answered] = [new MessageReader('asked'), new MessageReader('answered')];
  expect(asked.read(message('', number(80_877_103))).map(({ kind }) => kind)).toEqual(['encryption']);
  answered.expectByte();
  expect(answered.read(Buffer.from('N')).map(({ kind }) => kind)).toEqual(['byte']);
  expect(asked.read(startup).map(({ kind }) => kind)).toEqual(['startup']);
  expect(answered.read(message('R', number(0))).map(({ kind }) => kind)).toEqual(['R']);
});

test('a request to cancel is a connection of its own', () => {
  expect(kindsOf('asked', message('', Buffer.concat([number(80_877_102), number(7), number(9)])))).toEqual(['cancel']);
});

test('the same messages are found however the stream is torn, and not a byte is lost', () => {
  const messages = fc.array(
    fc.tuple(fc.constantFrom('P', 'B', 'D', 'E', 'S', 'Q', 'd'), fc.uint8Array({ maxLength: 40 })),
    { minLength: 1, maxLength: 12 },
  );
  fc.assert(
    fc.property(messages, fc.array(fc.nat({ max: 400 }), { maxLength: 10 }), (list, tears) => {
      const stream = Buffer.concat([startup, ...list.map(([kind, content]) => message(kind, Buffer.from(content)))]);
      const places = [0, ...tears.filter((tear) => tear < stream.length), stream.length].toSorted((a, b) => a - b);
      const reader = new MessageReader('asked');
      const pieces = places.slice(1).flatMap((end, index) => reader.read(stream.subarray(places[index], end)));
      expect(pieces.map(({ kind }) => kind)).toEqual(['startup', ...list.map(([kind]) => kind)]);
      expect(Buffer.concat(pieces.map(({ bytes }) => bytes))).toEqual(stream);
    }),
  );
});

test('a length that no message has is an error and not an endless wait', () => {
  expect(() => new MessageReader('answered').read(Buffer.from('Z\0\0\0\x03'))).toThrow('its length is too small');
});
