import '@spico/elements/define/all';
import './fonts.ts';
import './page.css';
import './shell/portal.ts';
