import { LANGUAGE_TAG, rememberedLocale } from '@wangge/texts';
import { render } from 'preact';
import { App } from './App';
import '@wangge/look/tokens.css';
import './styles/report.css';

document.documentElement.lang = LANGUAGE_TAG[rememberedLocale()];
const root = document.getElementById('app');
if (!root) throw new Error('index.html has no #app');
render(<App />, root);
