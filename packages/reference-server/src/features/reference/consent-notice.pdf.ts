import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import { type NoticeLanguage, type NoticeSection, NOTICE_WORDS, type NoticeWords } from './consent-notice.words.ts';

const fontFile = (weight: 400 | 700) =>
  createRequire(import.meta.url).resolve(
    `@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-${weight}-normal.woff`,
  );

const INK = '#1b2a30';
const MUTED = '#4a5a61';
const ACCENT = '#0f5566';
const TINT = '#e8f1f2';
const LINE = '#8fa3aa';

const MARGIN = 56;
const WIDTH = 595.28 - 2 * MARGIN;
const BOTTOM = 841.89 - 64;

const kept = new Map<NoticeLanguage, Promise<Buffer>>();

/** The consent and information notice (F-30): tagged PDF (PDF/UA-1), two pages, the second one ends with the written form. */
export function consentNotice(language: NoticeLanguage): Promise<Buffer> {
  let made = kept.get(language);
  if (!made) {
    made = draw(NOTICE_WORDS[language]);
    kept.set(language, made);
  }
  return made;
}

function draw(words: NoticeWords): Promise<Buffer> {
  const pdf = new PDFDocument({
    size: 'A4',
    margin: MARGIN,
    pdfVersion: '1.7',
    // Not in the published types.
    ...({ subset: 'PDF/UA' } as object),
    tagged: true,
    lang: words.tag,
    displayTitle: true,
    bufferPages: true,
    // A fixed date: the same words give the same bytes.
    info: { Title: words.title, Author: 'SPICO', CreationDate: new Date('2026-11-22T00:00:00Z') },
    font: fontFile(400),
  });
  pdf.registerFont('text', fontFile(400));
  pdf.registerFont('strong', fontFile(700));
  const bytes: Buffer[] = [];
  const done = new Promise<Buffer>((resolve, reject) => {
    pdf.on('data', (chunk: Buffer) => bytes.push(chunk));
    pdf.on('end', () => resolve(Buffer.concat(bytes)));
    pdf.on('error', reject);
  });

  const root = pdf.struct('Document');
  pdf.addStructure(root);
  head(pdf, root, words);
  for (const section of words.sections) drawSection(pdf, root, section);
  drawForm(pdf, root, words);
  root.end();
  footers(pdf, words);
  pdf.end();
  return done;
}

type Pdf = PDFKit.PDFDocument;
type Structure = ReturnType<Pdf['struct']>;

/** Drawing that means nothing: rules, backgrounds, page numbers. Screen readers pass over it. */
function decoration(pdf: Pdf, drawing: () => void): void {
  pdf.markContent('Artifact', { type: 'Layout' });
  drawing();
  pdf.endMarkedContent();
}

function tagged(pdf: Pdf, parent: Structure, tag: string, drawing: () => void): void {
  parent.add(pdf.struct(tag, {}, drawing));
}

function head(pdf: Pdf, root: Structure, words: NoticeWords): void {
  decoration(pdf, () => pdf.rect(0, 0, 595.28, 10).fill(ACCENT));
  pdf.y = 44;
  tagged(pdf, root, 'H1', () => {
    pdf.font('strong').fontSize(22).fillColor(ACCENT).text(words.title, MARGIN, pdf.y, { width: WIDTH, lineGap: 1 });
  });
  pdf.y += 6;
  tagged(pdf, root, 'P', () => {
    pdf.font('text').fontSize(11.5).fillColor(INK).text(words.lead, MARGIN, pdf.y, { width: WIDTH, lineGap: 3 });
  });
  pdf.y += 4;
}

function drawSection(pdf: Pdf, root: Structure, section: NoticeSection): void {
  keepTogether(pdf, 96);
  pdf.y += 12;
  tagged(pdf, root, 'H2', () => {
    pdf.font('strong').fontSize(14).fillColor(ACCENT).text(section.title, MARGIN, pdf.y, { width: WIDTH });
  });
  pdf.y += 4;
  const [first, ...rest] = section.paragraphs ?? [];
  // A paragraph that opens a list stands before it; those of a section without list, or after it, follow.
  const opens = first?.endsWith(':') ?? false;
  if (first && opens) paragraph(pdf, root, first);
  if (section.points) list(pdf, root, section.points);
  for (const text of opens ? rest : (section.paragraphs ?? [])) paragraph(pdf, root, text);
}

function paragraph(pdf: Pdf, root: Structure, text: string): void {
  keepTogether(pdf, heightOf(pdf, text, WIDTH));
  tagged(pdf, root, 'P', () => {
    pdf.font('text').fontSize(10.5).fillColor(INK).text(text, MARGIN, pdf.y, { width: WIDTH, lineGap: 2.5 });
  });
  pdf.y += 4;
}

function list(pdf: Pdf, root: Structure, points: readonly string[]): void {
  const items = pdf.struct('L');
  root.add(items);
  for (const point of points) {
    keepTogether(pdf, heightOf(pdf, point, WIDTH - 14));
    const top = pdf.y;
    const item = pdf.struct('LI');
    items.add(item);
    tagged(pdf, item, 'Lbl', () => {
      pdf
        .font('strong')
        .fontSize(10.5)
        .fillColor(ACCENT)
        .text('•', MARGIN + 2, top, { lineBreak: false });
    });
    tagged(pdf, item, 'LBody', () => {
      pdf
        .font('text')
        .fontSize(10.5)
        .fillColor(INK)
        .text(point, MARGIN + 14, top, { width: WIDTH - 14, lineGap: 2.5 });
    });
    item.end();
    pdf.y += 2.5;
  }
  items.end();
  pdf.x = MARGIN;
  pdf.y += 2;
}

function drawForm(pdf: Pdf, root: Structure, words: NoticeWords): void {
  const { form } = words;
  const height = 292;
  keepTogether(pdf, height + 16);
  const top = pdf.y + 14;
  decoration(pdf, () => {
    pdf.roundedRect(MARGIN - 12, top, WIDTH + 24, height, 8).fill(TINT);
  });
  pdf.y = top + 12;
  tagged(pdf, root, 'H2', () => {
    pdf.font('strong').fontSize(13).fillColor(ACCENT).text(form.title, MARGIN, pdf.y, { width: WIDTH });
  });
  pdf.y += 3;
  tagged(pdf, root, 'P', () => {
    pdf.font('text').fontSize(9.5).fillColor(INK).text(form.intro, MARGIN, pdf.y, { width: WIDTH, lineGap: 1.5 });
  });
  for (const label of form.fields) {
    pdf.y += 8;
    small(pdf, root, label, MARGIN, WIDTH);
    pdf.y += 16;
    line(pdf, MARGIN, pdf.y, WIDTH);
  }
  pdf.y += 10;
  tagged(pdf, root, 'P', () => {
    pdf.font('text').fontSize(10).fillColor(INK).text(form.modesLabel, MARGIN, pdf.y, { width: WIDTH });
  });
  for (const mode of form.modes) {
    pdf.y += 3;
    const box = pdf.y;
    decoration(pdf, () =>
      pdf
        .rect(MARGIN + 2, box + 1, 10, 10)
        .lineWidth(1)
        .strokeColor(INK)
        .stroke(),
    );
    tagged(pdf, root, 'P', () => {
      pdf
        .font('text')
        .fontSize(10)
        .fillColor(INK)
        .text(mode, MARGIN + 20, box, { width: WIDTH - 20 });
    });
  }
  pdf.y += 10;
  const row = pdf.y;
  const half = (WIDTH - 24) / 2;
  form.signatures.forEach((label, index) => {
    const x = MARGIN + index * (half + 24);
    pdf.y = row;
    small(pdf, root, label, x, half);
    line(pdf, x, row + 72, half);
  });
  pdf.y = row + 80;
  small(pdf, root, form.copy, MARGIN, WIDTH);
}

function small(pdf: Pdf, root: Structure, text: string, x: number, width: number): void {
  tagged(pdf, root, 'P', () => {
    pdf.font('text').fontSize(9).fillColor(MUTED).text(text, x, pdf.y, { width });
  });
}

function line(pdf: Pdf, x: number, y: number, width: number): void {
  decoration(pdf, () => {
    pdf
      .moveTo(x, y)
      .lineTo(x + width, y)
      .lineWidth(0.75)
      .strokeColor(LINE)
      .stroke();
  });
}

function footers(pdf: Pdf, words: NoticeWords): void {
  const { start, count } = pdf.bufferedPageRange();
  for (let index = start; index < start + count; index++) {
    pdf.switchToPage(index);
    pdf.page.margins.bottom = 0;
    pdf.markContent('Artifact', { type: 'Pagination', attached: ['Bottom'] });
    pdf.font('text').fontSize(7.5).fillColor(MUTED);
    pdf.text(words.footer, MARGIN, 805, { lineBreak: false });
    const number = `${words.page} ${index - start + 1}/${count}`;
    pdf.text(number, MARGIN + WIDTH - pdf.widthOfString(number), 805, { lineBreak: false });
    pdf.endMarkedContent();
  }
}

function heightOf(pdf: Pdf, text: string, width: number): number {
  return pdf.font('text').fontSize(10.5).heightOfString(text, { width, lineGap: 2.5 });
}

/** A block is not torn between two pages. */
function keepTogether(pdf: Pdf, height: number): void {
  if (pdf.y + height > BOTTOM) {
    pdf.addPage();
    pdf.y = MARGIN;
  }
}
