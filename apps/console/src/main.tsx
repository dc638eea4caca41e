import '@wangge/look/tokens.css';
import '@wangge/map/map.css';
import './styles/base.css';
import './styles/shell.css';
import './styles/list.css';
import './styles/event.css';
import './styles/register.css';
import './styles/designer.css';
import './styles/duplicates.css';
import './styles/grid-change.css';
import './styles/import.css';
import './styles/attachment.css';
import './styles/picture.css';
import './styles/indicator.css';
import './styles/export.css';
import './styles/standards.css';
import './styles/audit.css';
import './styles/retention.css';
import './styles/collection.css';
import './styles/tags.css';
import './styles/print.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App';

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
