/**
 * Plays a signal on this phone: its melody, even when the phone is muted, and its vibration. The melodies are made once and
 * kept as files, because WeChat's player takes addresses and no bytes. A phone that cannot play or vibrate stays silent: the
 * screen says everything.
 */
import { type Beat, type SignalName, signalNames, signals } from './signals'
import { waveOf } from './wave'

const VERSION = 1
const players = new Map<SignalName, WechatMiniprogram.InnerAudioContext>()

/** Makes the players; call it while the page opens. */
export function prepareSounds(): void {
  wx.setInnerAudioOption({ obeyMuteSwitch: false, mixWithOther: true })
  for (const name of signalNames) {
    const file = players.has(name) ? null : soundFile(name)
    if (file) {
      const player = wx.createInnerAudioContext({ useWebAudioImplement: true })
      player.src = file
      players.set(name, player)
    }
  }
}

/** Gives the players back; call it when the page closes. */
export function releaseSounds(): void {
  for (const player of players.values()) {
    player.destroy()
  }
  players.clear()
}

/** Sounds and vibrates. */
export function play(name: SignalName): void {
  const player = players.get(name)
  player?.stop()
  player?.play()
  vibrate(signals[name].beats)
}

function vibrate(beats: readonly Beat[]): void {
  let after = 0
  for (const beat of beats) {
    if (typeof beat === 'number') {
      after += beat
    } else {
      setTimeout(() => shake(beat), after)
    }
  }
}

function shake(beat: Exclude<Beat, number>): void {
  const ignore = () => undefined
  if (beat === 'long') {
    wx.vibrateLong({ fail: ignore })
  } else {
    wx.vibrateShort({ type: beat, fail: ignore })
  }
}

/** The file of a melody, made when it is not there yet; null when the phone has no room for it. */
function soundFile(name: SignalName): string | null {
  const file = `${wx.env.USER_DATA_PATH}/gate-${name}-${VERSION}.wav`
  const files = wx.getFileSystemManager()
  try {
    files.accessSync(file)
    return file
  } catch {
    return writeMelody(files, file, name)
  }
}

function writeMelody(files: WechatMiniprogram.FileSystemManager, file: string, name: SignalName): string | null {
  try {
    files.writeFileSync(file, waveOf(signals[name].tones))
    return file
  } catch {
    return null
  }
}
