/** Atkinson Hyperlegible Next (OFL), served by ourselves: clear I l 1 O 0, which matters for INS and names. */
import '@fontsource/atkinson-hyperlegible-next/400.css';
import '@fontsource/atkinson-hyperlegible-next/600.css';
import '@fontsource/atkinson-hyperlegible-next/700.css';
