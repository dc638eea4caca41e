// Plain syntax throughout: an old Node has to be able to read this file.

const LEAST = [20, 19];

/** Releases between the lines of long support, and early 22, which the build tools leave out. */
function isGap(major, minor) {
  return major === 21 || (major === 22 && minor < 12) || major === 23;
}

function parts(version) {
  return version.replace(/^v/, '').split('.').map(Number);
}

export function isNewEnough(version) {
  const [major, minor] = parts(version);
  return major > LEAST[0] || (major === LEAST[0] && minor >= LEAST[1]);
}

export function isUntried(version) {
  const [major, minor] = parts(version);
  return isNewEnough(version) && isGap(major, minor);
}

export function requireNode() {
  const version = process.versions.node;
  if (!isNewEnough(version)) {
    console.error(`网格需要 Node.js 20.19 或更新版本,当前为 ${version}。请从 https://nodejs.org/zh-cn 安装长期支持版后重试。`);
    console.error(`Wangge needs Node.js 20.19 or newer; this is ${version}. Install a long-term support release from https://nodejs.org and try again.`);
    process.exit(1);
  }
  if (isUntried(version)) {
    console.error(`提示:Node.js ${version} 未经测试,建议使用 20.19+、22.12+ 或 24。`);
    console.error(`Note: Node.js ${version} is untried; 20.19+, 22.12+ or 24 are advised.`);
  }
}
