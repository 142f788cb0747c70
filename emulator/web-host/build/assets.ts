// Files that a mini program refers to by path (pictures, sounds): copied as they are.
import fs from 'node:fs'
import path from 'node:path'

const ASSET = /\.(png|jpe?g|gif|svg|webp|mp3|m4a|wav|aac|json|txt)$/i

/** Copies the assets below `from` to `to`; code and packages stay behind. */
export function copyAssets(from: string, to: string): void {
  fs.cpSync(from, to, {
    recursive: true,
    filter: (file) => {
      if (fs.statSync(file).isDirectory()) return !/(miniprogram_npm|node_modules)$/.test(file)
      return (
        ASSET.test(file) && !fs.existsSync(file.replace(/\.json$/, '.wxml')) && path.basename(file) !== 'tsconfig.json'
      )
    },
  })
}
