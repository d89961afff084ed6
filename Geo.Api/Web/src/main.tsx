import { render } from 'preact';

render(<main><h1>Sóc Trăng</h1></main>, document.getElementById('app')!);
