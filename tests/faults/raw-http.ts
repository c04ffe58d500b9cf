import { connect } from 'node:net';

/** What came back over a real socket. */
export interface RawAnswer {
  readonly status: number;
  readonly head: string;
  readonly body: string;
}

/**
 * Sends bytes as they are and reads the one answer: no client stands between that would mend or refuse a header.
 * @throws when nothing came within ten seconds
 */
export function sendRaw(port: number, bytes: Buffer): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    const chunks: Buffer[] = [];
    const timer = setTimeout(() => socket.destroy(new Error('No answer within ten seconds.')), 10_000);
    const finish = () => {
      clearTimeout(timer);
      const text = Buffer.concat(chunks).toString('utf8');
      const cut = text.indexOf('\r\n\r\n');
      const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 0);
      resolve({ status, head: text.slice(0, cut), body: text.slice(cut + 4) });
    };
    socket.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      const text = Buffer.concat(chunks).toString('latin1');
      const length = /\r\ncontent-length: (\d+)\r\n/i.exec(text)?.[1];
      const head = text.indexOf('\r\n\r\n');
      if (head > 0 && length !== undefined && text.length >= head + 4 + Number(length)) socket.end();
    });
    // The server may shut the door while we are still talking; what it said before counts.
    socket.on('error', (error: NodeJS.ErrnoException) => {
      if (!['EPIPE', 'ECONNRESET'].includes(error.code ?? '')) {
        clearTimeout(timer);
        reject(error);
      }
    });
    socket.on('close', finish);
    socket.write(bytes);
  });
}

/** A request written out. */
export function written(
  method: string,
  path: string,
  lines: readonly string[],
  body: Buffer = Buffer.alloc(0),
): Buffer {
  const length = body.length > 0 || method !== 'GET' ? [`Content-Length: ${body.length}`] : [];
  const head = [`${method} ${path} HTTP/1.1`, 'Host: localhost', ...length, ...lines, 'Connection: close', '', ''];
  return Buffer.concat([Buffer.from(head.join('\r\n'), 'utf8'), body]);
}
